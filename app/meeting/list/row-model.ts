// What a row shows of one applicant, apart from the numbers that change with every move (see rank-figures.ts). A row whose
// content did not change stays the same object, so that React skips it.
import type { Applicant } from "../../../domain/applicant";
import type { ApplicantId, MemberId } from "../../../domain/ids";
import { type EndorsementStrength, isOpenFlag, isVerified } from "../../../domain/marks";
import type { MeetingState } from "../../../domain/meeting";

export interface RowModel {
  id: ApplicantId;
  name: string;
  /** The end of an identifier, where two applicants share a name. */
  tail?: string;
  schoolType?: Applicant["schoolType"];
  /** Best known attempt. */
  step2?: number;
  /** COMLEX Level 2, where there is no Step 2. */
  comlex2?: number;
  signal?: Applicant["signal"];
  usClinicalMonths?: number;
  /** Present for those who may see it (SEE-2): the state of others does not hold it. */
  visa?: Applicant["visa"];
  /** By strength. */
  champion: number;
  strong: number;
  workWith: number;
  /** The strength of my own. */
  mine?: EndorsementStrength;
  verifiedFlags: number;
  /** Raised and not decided: shown, not counted (MARK-4). */
  openFlags: number;
}

export interface RowBook {
  rows: ReadonlyMap<ApplicantId, RowModel>;
  showsVisa: boolean;
  from: Pick<MeetingState, "applicants" | "endorsements" | "flags">;
}

export function rowBook(state: MeetingState, memberId: MemberId, last?: RowBook): RowBook {
  const { applicants, endorsements, flags } = state;
  if (
    last &&
    last.from.applicants === applicants &&
    last.from.endorsements === endorsements &&
    last.from.flags === flags
  ) {
    return last;
  }
  const marks = countMarks(state, memberId);
  const shared = sharedNames(state);
  const rows = new Map<ApplicantId, RowModel>();
  for (const applicant of Object.values(applicants)) {
    const row = rowOf(applicant, shared.has(nameKey(applicant.name)), marks.get(applicant.id));
    const known = last?.rows.get(applicant.id);
    rows.set(applicant.id, known && isSameRow(known, row) ? known : row);
  }
  const showsVisa = Object.values(applicants).some(({ visa }) => visa !== undefined);
  return { rows, showsVisa, from: { applicants, endorsements, flags } };
}

type Marks = Pick<RowModel, EndorsementStrength | "mine" | "verifiedFlags" | "openFlags">;
const noMarks: Marks = { champion: 0, strong: 0, workWith: 0, verifiedFlags: 0, openFlags: 0 };

function countMarks({ endorsements, flags }: MeetingState, memberId: MemberId): Map<ApplicantId, Marks> {
  const counts = new Map<ApplicantId, Marks>();
  const of = (id: ApplicantId): Marks => {
    const known = counts.get(id) ?? { ...noMarks };
    counts.set(id, known);
    return known;
  };
  for (const mark of Object.values(endorsements)) {
    if (mark.struck) continue;
    const counts = of(mark.applicantId);
    counts[mark.strength] += 1;
    if (mark.by === memberId) counts.mine = mark.strength;
  }
  for (const flag of Object.values(flags)) {
    if (isVerified(flag)) of(flag.applicantId).verifiedFlags += 1;
    else if (isOpenFlag(flag)) of(flag.applicantId).openFlags += 1;
  }
  return counts;
}

const nameKey = (name: string): string => name.toLocaleLowerCase("en-US");

function sharedNames({ applicants }: MeetingState): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { name } of Object.values(applicants)) {
    const key = nameKey(name);
    if (seen.has(key)) shared.add(key);
    seen.add(key);
  }
  return shared;
}

function rowOf(applicant: Applicant, isNameShared: boolean, marks: Marks = noMarks): RowModel {
  const { id, name, schoolType, signal, usClinicalMonths, visa } = applicant;
  const step2 = applicant.step2?.at(-1);
  const identifier = applicant.aamcId ?? applicant.nrmpId;
  return {
    id,
    name,
    tail: isNameShared ? identifier?.slice(-4) : undefined,
    schoolType,
    step2,
    comlex2: step2 === undefined ? applicant.comlex2?.at(-1) : undefined,
    signal,
    usClinicalMonths,
    visa,
    ...marks,
  };
}

const isSameRow = (one: RowModel, other: RowModel): boolean =>
  (Object.keys(other) as (keyof RowModel)[]).every((key) => one[key] === other[key]);
