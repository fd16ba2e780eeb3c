// Whom I have selected, to move them together (PICK-1). Mine alone, and in my hands only: others see nothing of it.
import type { ApplicantId } from "../../../domain/ids";

export interface Selection {
  ids: ReadonlySet<ApplicantId>;
  /** Where a reach begins and where it has come to, and who was selected besides. */
  reach?: { begin: ApplicantId; end: ApplicantId; besides: ReadonlySet<ApplicantId> };
}

/** With one more, or one less. */
export function toggled({ ids }: Selection, id: ApplicantId): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, reach: { begin: id, end: id, besides: next } };
}

/** All from where I began to there; `from`: the row that I am on. `everybody`: in the order of the screen. */
export function reachedTo(
  { ids, reach }: Selection,
  to: ApplicantId,
  everybody: readonly ApplicantId[],
  from: ApplicantId = reach?.end ?? to,
): Selection {
  const { begin, besides } = reach?.end === from ? reach : { begin: from, besides: ids };
  const [one, other] = [everybody.indexOf(begin), everybody.indexOf(to)];
  const reached = everybody.slice(Math.min(one, other), Math.max(one, other) + 1);
  return { ids: new Set([...besides, ...reached]), reach: { begin, end: to, besides } };
}
