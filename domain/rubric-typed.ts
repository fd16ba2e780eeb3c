// A rubric as the fields of a form and back: the same names in the form, in what is sent and at a refusal (`step2.from`).
import { applicantTypes } from "./exam-floor";
import { type Rubric, rubricLines } from "./rubric";

export type TypedRubric = Readonly<Record<string, string>>;

const shown = (value: number | null | undefined): string =>
  value === null || value === undefined ? "" : String(value);
const said = (value: boolean | null): string => (value === null ? "" : value ? "yes" : "no");

export function typedOf(rubric: Rubric): Record<string, string> {
  const { clinicalExperience, step2, comlex2, visa, gaps, floor, floorsByType, criteria } = rubric;
  return {
    ...Object.fromEntries(rubricLines.map((line) => [`weights.${line}`, shown(rubric.weights[line])])),
    ...Object.fromEntries(
      Object.entries(clinicalExperience.worth).map(([kind, worth]) => [
        `clinicalExperience.worth.${kind}`,
        shown(worth),
      ]),
    ),
    "clinicalExperience.fullMonths": shown(clinicalExperience.fullMonths),
    "step2.from": shown(step2.from),
    "step2.to": shown(step2.to),
    comlex2: said(comlex2 !== null),
    "comlex2.from": shown(comlex2?.from),
    "comlex2.to": shown(comlex2?.to),
    "visa.sponsorsJ1": said(visa.sponsorsJ1),
    "visa.h1bSeats": shown(visa.h1bSeats),
    "gaps.explained": shown(gaps.explained),
    "gaps.unexplained": shown(gaps.unexplained),
    "floor.step2": shown(floor.step2),
    "floor.comlex2": shown(floor.comlex2),
    floorsByType: said(floorsByType !== null),
    ...Object.fromEntries(
      applicantTypes.flatMap((type) => [
        [`floorsByType.${type}.step2`, shown(floorsByType?.[type]?.step2 ?? floor.step2)],
        [`floorsByType.${type}.comlex2`, shown(floorsByType?.[type]?.comlex2 ?? floor.comlex2)],
      ]),
    ),
    criteria,
  };
}

/** For `rubricSchema`: what is no number becomes NaN, which it refuses. */
export function rubricOf(typed: TypedRubric): Rubric {
  const number = (field: string): number => {
    const text = (typed[field] ?? "").trim();
    return /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  };
  const optional = (field: string): number | null => ((typed[field] ?? "").trim() === "" ? null : number(field));
  const saidOf = (field: string): boolean | null => (typed[field] ? typed[field] === "yes" : null);
  const floorOf = (field: string) => ({ step2: optional(`${field}.step2`), comlex2: optional(`${field}.comlex2`) });
  const worth = (kind: string) => number(`clinicalExperience.worth.${kind}`);
  return {
    weights: {
      clinicalExperience: number("weights.clinicalExperience"),
      step2: number("weights.step2"),
      visa: number("weights.visa"),
      school: number("weights.school"),
      gaps: number("weights.gaps"),
      lettersAndFit: number("weights.lettersAndFit"),
    },
    clinicalExperience: {
      worth: {
        handsOnInpatient: worth("handsOnInpatient"),
        externship: worth("externship"),
        researchOnly: worth("researchOnly"),
        unrecorded: worth("unrecorded"),
      },
      fullMonths: number("clinicalExperience.fullMonths"),
    },
    step2: { from: number("step2.from"), to: number("step2.to") },
    comlex2: saidOf("comlex2") ? { from: number("comlex2.from"), to: number("comlex2.to") } : null,
    visa: { sponsorsJ1: saidOf("visa.sponsorsJ1"), h1bSeats: optional("visa.h1bSeats") },
    gaps: { explained: number("gaps.explained"), unexplained: optional("gaps.unexplained") },
    floor: floorOf("floor"),
    floorsByType: saidOf("floorsByType")
      ? Object.fromEntries(applicantTypes.map((type) => [type, floorOf(`floorsByType.${type}`)]))
      : null,
    criteria: typed.criteria ?? "",
  };
}

/** Could it be scored by? For a preview while it is typed; whether it can be saved is the schema's to say. */
export function isScorable({ weights, clinicalExperience, step2, comlex2, gaps, visa }: Rubric): boolean {
  const numbers = [
    ...Object.values(weights),
    ...Object.values(clinicalExperience.worth),
    clinicalExperience.fullMonths,
    gaps.explained,
    gaps.unexplained ?? 0,
    visa.h1bSeats ?? 0,
  ];
  const ranges = comlex2 ? [step2, comlex2] : [step2];
  return (
    numbers.every((number) => number >= 0) &&
    clinicalExperience.fullMonths > 0 &&
    ranges.every(({ from, to }) => from < to) &&
    Object.values(weights).some((weight) => weight > 0)
  );
}
