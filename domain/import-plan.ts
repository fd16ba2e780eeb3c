// What a file of applicants changes, row by row, and what taking that back changes. The dry run shows what these functions say
// and `decide` does it, so nothing happens that was not shown (IMPORT-3 … IMPORT-6).

import type { Anchor } from "./anchor";
import type { Applicant, ApplicantFacts } from "./applicant";
import { markedIn } from "./apply-files";
import type { FileColumns, ImportApplicants, UndoImport } from "./commands";
import type { ApplicantId } from "./ids";
import type { MeetingState } from "./meeting";
import { moveTo } from "./rank-list";
import { sameValue } from "./same-value";

export type FactName = keyof ApplicantFacts;

/** One fact, before and after; undefined where there is none. */
export interface FactChange {
  field: FactName;
  from?: unknown;
  to?: unknown;
}

export type RowPlan =
  | { outcome: "new" }
  | { outcome: "changed"; applicantId: ApplicantId; changes: FactChange[]; withdraws: boolean }
  | { outcome: "unchanged"; applicantId: ApplicantId }
  /** About somebody the importer is recused from: neither shown nor done (RECUSE-1). */
  | { outcome: "withheld" }
  /** The two ids of the row belong to two applicants. */
  | { outcome: "twoApplicants" }
  /** An earlier row is about the same applicant. */
  | { outcome: "repeated" }
  /** Nobody knows the applicant yet, and the row does not name them. */
  | { outcome: "nameless" };

/** What names somebody is not cleared by a blank cell: it is what the row was found by. */
const keptWhenBlank: ReadonlySet<FactName> = new Set(["name", "aamcId", "nrmpId"]);

/** One plan a row, in order. */
export function planImport(
  state: MeetingState,
  { rows, ...columns }: Pick<ImportApplicants, "rows"> & FileColumns,
  withheld: ReadonlySet<ApplicantId>,
): RowPlan[] {
  const find = finderOf(state);
  const seen = new Set<ApplicantId>();
  return rows.map(({ facts, withdrawn, unread }) => {
    const [known, other] = find(facts);
    if (!known) return facts.name === undefined ? { outcome: "nameless" } : { outcome: "new" };
    if (withheld.has(known.id) || (other && withheld.has(other.id))) return { outcome: "withheld" };
    if (other) return { outcome: "twoApplicants" };
    if (seen.has(known.id)) return { outcome: "repeated" };
    seen.add(known.id);
    const changes = changesBetween(known, mergeFacts(known, columns, facts, unread));
    // A file may be older than what the room knows: it can withdraw somebody, only a person can bring them back.
    const withdraws = withdrawn && !known.withdrawn;
    const applicantId = known.id;
    return changes.length > 0 || withdraws
      ? { outcome: "changed", applicantId, changes, withdraws }
      : { outcome: "unchanged", applicantId };
  });
}

type Ids = Pick<ApplicantFacts, "aamcId" | "nrmpId">;

/** Finds whoever has one of the ids; two, when they belong to two. */
export function finderOf(state: Pick<MeetingState, "applicants">): (ids: Partial<Ids>) => Applicant[] {
  const byId = new Map<string, Applicant>();
  for (const applicant of Object.values(state.applicants)) {
    for (const id of [applicant.aamcId, applicant.nrmpId]) if (id !== undefined) byId.set(id, applicant);
  }
  return ({ aamcId, nrmpId }) => {
    const found = [aamcId, nrmpId].flatMap((id) => (id === undefined ? [] : (byId.get(id) ?? [])));
    return [...new Set(found)];
  };
}

/** IMPORT-4: a column that the file has overrides, also where it is blank; every other fact stays, and so does one that it tells unreadably. */
export function mergeFacts(
  known: Applicant,
  { mapped, clinicalKinds }: FileColumns,
  facts: Partial<ApplicantFacts>,
  unread: FileColumns = nothing,
): ApplicantFacts {
  const { id: _id, withdrawn: _withdrawn, ...own } = known;
  const stays = (field: FactName) => unread.mapped.includes(field) && own[field] !== undefined;
  const merged: ApplicantFacts = { ...own };
  for (const field of mapped) if (!keptWhenBlank.has(field) && !stays(field)) delete merged[field];
  const told = Object.entries(facts).filter(([field]) => !stays(field as FactName));
  Object.assign(merged, Object.fromEntries(told));
  const ours = clinicalKinds.filter((kind) => !unread.clinicalKinds.includes(kind));
  const others = own.clinicalExperience?.filter(({ kind }) => !ours.includes(kind)) ?? [];
  if (clinicalKinds.length > 0 && others.length > 0) {
    const read = facts.clinicalExperience?.filter(({ kind }) => ours.includes(kind)) ?? [];
    merged.clinicalExperience = [...others, ...read];
  }
  return merged;
}

const nothing: FileColumns = { mapped: [], clinicalKinds: [] };

export function changesBetween(before: ApplicantFacts, after: ApplicantFacts): FactChange[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)] as FactName[]);
  return [...fields]
    .filter((field) => isFact(field) && !sameValue(before[field], after[field]))
    .map((field) => ({
      field,
      ...(before[field] !== undefined && { from: before[field] }),
      ...(after[field] !== undefined && { to: after[field] }),
    }));
}

/** An applicant is facts and two things more. */
const isFact = (field: string): boolean => field !== "id" && field !== "withdrawn";

export type KeptReason = "gone" | "changedSince" | "placed" | "marked" | "recusal" | "withheld";

/** What an undo leaves as it is, and why. */
export interface Kept {
  applicantId: ApplicantId;
  /** Nothing: the applicant, whom the import added or withdrew. */
  field?: FactName;
  reason: KeptReason;
}

export interface UndoPlan {
  removed: ApplicantId[];
  changed: { applicantId: ApplicantId; facts: ApplicantFacts }[];
  reinstated: { applicantId: ApplicantId; to?: Anchor }[];
  kept: Kept[];
}

/** IMPORT-6: exactly what the import did, where nothing has touched it since. */
export function planUndo(
  state: MeetingState,
  { added, changed, withdrawn }: Pick<UndoImport, "added" | "changed" | "withdrawn">,
  withheld: ReadonlySet<ApplicantId>,
): UndoPlan {
  const plan: UndoPlan = { removed: [], changed: [], reinstated: [], kept: [] };
  const touched = touchedIn(state);
  for (const applicant of added) {
    const reason = withheld.has(applicant.id) ? "withheld" : touched(applicant);
    if (reason) plan.kept.push({ applicantId: applicant.id, reason });
    else plan.removed.push(applicant.id);
  }
  for (const { applicantId, changes } of changed) {
    const known = state.applicants[applicantId];
    if (!known || withheld.has(applicantId)) {
      plan.kept.push({ applicantId, reason: known ? "withheld" : "gone" });
      continue;
    }
    const back = changes.filter(({ field, to }) => sameValue(known[field], to));
    for (const change of changes) {
      if (!back.includes(change)) plan.kept.push({ applicantId, field: change.field, reason: "changedSince" });
    }
    if (back.length > 0) plan.changed.push({ applicantId, facts: takenBack(known, back) });
  }
  for (const { applicantId, back } of withdrawn) {
    const known = state.applicants[applicantId];
    if (!known?.withdrawn || withheld.has(applicantId)) {
      const reason = withheld.has(applicantId) ? "withheld" : known ? "changedSince" : "gone";
      plan.kept.push({ applicantId, reason });
      continue;
    }
    const isBack = back !== null && moveTo(state.order, applicantId, back) !== undefined;
    plan.reinstated.push({ applicantId, ...(isBack && { to: back }) });
  }
  return plan;
}

function takenBack(known: Applicant, changes: readonly FactChange[]): ApplicantFacts {
  const { id: _id, withdrawn: _withdrawn, ...facts } = known;
  const before = Object.fromEntries(changes.map(({ field, from }) => [field, from]));
  const merged = { ...facts, ...before };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as ApplicantFacts;
}

/** What somebody has done with an added applicant since; undefined: nothing. */
function touchedIn(state: MeetingState): (applicant: Applicant) => KeptReason | undefined {
  const marked = markedIn(state);
  const unplaced = new Set(state.order.unplaced);
  const recused = new Set(Object.values(state.recusals).flat());
  return (applicant) => {
    const known = state.applicants[applicant.id];
    if (!known) return "gone";
    if (known.withdrawn !== applicant.withdrawn || changesBetween(applicant, known).length > 0) return "changedSince";
    if (!known.withdrawn && !unplaced.has(known.id)) return "placed";
    if (marked.has(known.id)) return "marked";
    return recused.has(known.id) ? "recusal" : undefined;
  };
}
