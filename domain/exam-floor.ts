// The exam floor (RUBRIC-3): one for the program, and by applicant type only where somebody turned that on. To be under it is a
// fact that is shown; nobody is removed by it.
import type { ApplicantFacts } from "./applicant";
import { SMALLEST_GROUP } from "./small-cells";

/** Each exam on its own scale; null: no floor. */
export interface ExamFloor {
  step2: number | null;
  comlex2: number | null;
}
export type ApplicantType = NonNullable<ApplicantFacts["schoolType"]>;
/** Again here, without the zod that domain/applicant would bring into the browser. */
export const applicantTypes = ["US MD", "US DO", "International"] as const satisfies readonly ApplicantType[];
/** A type that is left out has the program's one floor. */
export type FloorsByType = Partial<Record<ApplicantType, ExamFloor>>;

export interface Floors {
  floor: ExamFloor;
  floorsByType: FloorsByType | null;
}

export interface UnderFloor {
  exam: "Step 2 CK" | "COMLEX Level 2";
  score: number;
  floor: number;
}

export const floorFor = ({ floor, floorsByType }: Floors, type: ApplicantType | undefined): ExamFloor =>
  (type && floorsByType?.[type]) ?? floor;

/** Step 2 CK where there is one, else COMLEX Level 2. Undefined: at or above it, or there is no score or no floor to compare. */
export function underFloor(
  floors: Floors,
  { step2 = [], comlex2 = [], schoolType }: Pick<ApplicantFacts, "step2" | "comlex2" | "schoolType">,
): UnderFloor | undefined {
  const floor = floorFor(floors, schoolType);
  const [best, comlex] = [step2.at(-1), comlex2.at(-1)];
  const compare = (exam: UnderFloor["exam"], score: number, least: number | null) =>
    least !== null && score < least ? { exam, score, floor: least } : undefined;
  if (best !== undefined) return compare("Step 2 CK", best, floor.step2);
  return comlex === undefined ? undefined : compare("COMLEX Level 2", comlex, floor.comlex2);
}

export interface FloorImpact {
  type: ApplicantType | "unknown";
  /** Null: fewer than five. */
  people: number | null;
  /** Who would be under the floor, none included; null: one to four, or the group is too small. */
  under: number | null;
}

/** How many of each applicant type would be under their floor; one to four are not told, nobody is. */
export function floorImpact(
  floors: Floors,
  applicants: readonly Pick<ApplicantFacts, "step2" | "comlex2" | "schoolType">[],
): FloorImpact[] {
  const types = [...applicantTypes, "unknown"] as const;
  const shown = (count: number): number | null => (count < SMALLEST_GROUP ? null : count);
  return types.flatMap((type) => {
    const group = applicants.filter(({ schoolType = "unknown" }) => schoolType === type);
    if (group.length === 0) return [];
    const people = shown(group.length);
    const under = group.filter((facts) => underFloor(floors, facts)).length;
    return [{ type, people, under: people === null ? null : under === 0 ? 0 : shown(under) }];
  });
}
