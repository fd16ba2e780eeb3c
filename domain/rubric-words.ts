// A rubric as rows of words, for reading it and for comparing two versions: a row that differs is a change.

import { clinicalKindWords } from "./clinical-experience";
import type { ApplicantType, ExamFloor } from "./exam-floor";
import { RATING_MAX, type Rubric, type RubricLine, rubricLines, rubricLineWords, type ScoreRange } from "./rubric";

export interface RubricRow {
  label: string;
  text: string;
}

const byHand = `Rated 0 to ${RATING_MAX} by hand for each applicant, with a source, and signed.`;

/** What earns a line's points. */
export function ruleWords(rubric: Rubric, line: RubricLine): string {
  switch (line) {
    case "clinicalExperience": {
      const { worth, fullMonths } = rubric.clinicalExperience;
      const { handsOnInpatient, externship, researchOnly } = clinicalKindWords;
      return (
        `A month counts ${worth.handsOnInpatient}% if ${handsOnInpatient}, ${worth.externship}% if ${externship}, ` +
        `${worth.researchOnly}% if ${researchOnly}, ${worth.unrecorded}% if its kind is not on file. ` +
        `${fullMonths} ${fullMonths === 1 ? "month" : "months"} at 100% earn all points; those worth most are counted first.`
      );
    }
    case "step2":
      return `The best attempt, in a straight line ${rangeWords(rubric.step2)}. ${comlexWords(rubric.comlex2)}`;
    case "visa":
      return `All points if the program sponsors what is needed, or nothing is needed. ${sponsorWords(rubric)}`;
    case "gaps": {
      const { explained, unexplained } = rubric.gaps;
      const open = unexplained === null ? "one without is missing: a question to ask" : `one without ${unexplained}%`;
      return `No interruption or gap earns all points; one with its explanation on file ${explained}%; ${open}.`;
    }
    case "school":
    case "lettersAndFit":
      return byHand;
  }
}

const rangeWords = ({ from, to }: ScoreRange): string => `from none at ${from} to all at ${to}`;
const comlexWords = (range: ScoreRange | null): string =>
  range
    ? `Without one, COMLEX Level 2 ${rangeWords(range)}, on its own scale: nothing is converted.`
    : "COMLEX Level 2 is not used.";
const sponsorWords = ({ visa: { sponsorsJ1, h1bSeats } }: Rubric): string => {
  const j1 = sponsorsJ1 === null ? "J-1: not set yet" : `J-1: ${sponsorsJ1 ? "sponsored" : "not sponsored"}`;
  const h1b = h1bSeats === null ? "H-1B: not set yet" : `H-1B: ${h1bSeats > 0 ? "sponsored" : "not sponsored"}`;
  return `${j1}. ${h1b}.`;
};

export function floorWords({ step2, comlex2 }: ExamFloor): string {
  const words = [
    step2 === null ? [] : [`Step 2 CK ${step2}`],
    comlex2 === null ? [] : [`COMLEX Level 2 ${comlex2}`],
  ].flat();
  return words.length === 0 ? "None" : words.join(", ");
}

export function rubricRows(rubric: Rubric): RubricRow[] {
  const { floor, floorsByType, visa, criteria } = rubric;
  const byType = Object.entries(floorsByType ?? {}) as [ApplicantType, ExamFloor][];
  return [
    ...rubricLines.flatMap((line) => [
      { label: `${rubricLineWords[line]}, weight`, text: String(rubric.weights[line]) },
      { label: `${rubricLineWords[line]}, rule`, text: ruleWords(rubric, line) },
    ]),
    { label: "Exam floor", text: floorWords(floor) },
    {
      label: "Floors by applicant type",
      text: floorsByType === null ? "Off" : byType.map(([type, each]) => `${type}: ${floorWords(each)}`).join("; "),
    },
    { label: "H-1B seats", text: visa.h1bSeats === null ? "Not set yet" : String(visa.h1bSeats) },
    { label: "What made the cut", text: criteria || "Not written yet" },
  ];
}
