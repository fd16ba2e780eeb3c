// A rubric as it is sent and stored (domain/rubric has the words, apart from zod). Each refusal is a sentence.
import { z } from "zod";
import { schoolTypes } from "./applicant";
import { type Rubric, rubricLines } from "./rubric";
import { writable } from "./schemas";

/** Longest text of criteria, in characters. */
export const CRITERIA_MAX = 4000;

const whole = (min: number, max: number, what: string) => {
  const expected = `${what} is a whole number from ${min} to ${max}.`;
  return z.number(expected).int(expected).min(min, expected).max(max, expected);
};
const weight = whole(0, 100, "A weight");
const percent = whole(0, 100, "A percentage");
const step2 = whole(1, 300, "A Step 2 CK score");
const comlex2 = whole(9, 999, "A COMLEX Level 2 score");
const range = (score: typeof step2, what: string) =>
  z
    .object({ from: score, to: score })
    .refine(({ from, to }) => from < to, `${what}: the score that earns all points is above the one where they begin.`);
const floor = z.object({ step2: step2.nullable(), comlex2: comlex2.nullable() });

export const rubricSchema: z.ZodType<Rubric> = z.object({
  weights: z
    .object({
      clinicalExperience: weight,
      step2: weight,
      visa: weight,
      school: weight,
      gaps: weight,
      lettersAndFit: weight,
    })
    .refine((weights) => rubricLines.some((line) => weights[line] > 0), "At least one line has a weight above 0."),
  clinicalExperience: z.object({
    worth: z
      .object({ handsOnInpatient: percent, externship: percent, researchOnly: percent, unrecorded: percent })
      .refine(
        ({ handsOnInpatient, externship, researchOnly }) =>
          handsOnInpatient >= externship && externship >= researchOnly,
        "On the ladder of clinical experience no rung counts more than the one above it.",
      ),
    fullMonths: whole(1, 36, "The months that earn all points"),
  }),
  step2: range(step2, "Step 2 CK"),
  comlex2: range(comlex2, "COMLEX Level 2").nullable(),
  visa: z.object({ sponsorsJ1: z.boolean().nullable(), h1bSeats: whole(0, 500, "H-1B seats").nullable() }),
  gaps: z.object({ explained: percent, unexplained: percent.nullable() }),
  floor,
  floorsByType: z.partialRecord(z.enum(schoolTypes), floor).nullable(),
  criteria: z
    .string()
    .transform(writable)
    .pipe(z.string().max(CRITERIA_MAX, `The criteria have at most ${CRITERIA_MAX} characters.`)),
});
