// Who comes next: on the agenda while there is one that waits, else down the list from where the spotlight stands.
import type { ApplicantId } from "../../domain/ids";
import type { MeetingState } from "../../domain/meeting";
import { rankedIds } from "../../domain/rank-list";

export function nextOnAgenda(
  { room, order }: MeetingState,
  from: ApplicantId | undefined,
  step: 1 | -1,
): ApplicantId | undefined {
  const waiting = room.agenda.filter(({ status }) => status === "waiting").map(({ applicantId }) => applicantId);
  if (room.stage !== "agenda" || room.agenda.length === 0) {
    const { spotlight } = room;
    const before = spotlight?.applicantId === from ? spotlight?.ranked : undefined;
    return nextDownTheList(rankedIds(order), before ?? [], from, step);
  }
  const ids = room.agenda.map(({ applicantId }) => applicantId);
  const at = from === undefined ? -1 : ids.indexOf(from);
  if (step === -1) return at < 0 ? ids[0] : ids[at + step];
  const later = ids.slice(at + 1).find((id) => waiting.includes(id));
  return later ?? waiting.find((id) => id !== from);
}

/** From where the talk began, wherever the applicant has been moved since (SPOT-3); whoever came in between is not left out. */
function nextDownTheList(
  now: readonly ApplicantId[],
  before: readonly ApplicantId[],
  from: ApplicantId | undefined,
  step: 1 | -1,
): ApplicantId | undefined {
  const at = from === undefined ? -1 : before.indexOf(from);
  if (at < 0) return now[0];
  const others = now.filter((id) => id !== from);
  const above = before.slice(0, at);
  if (step === -1) return above.reverse().find((id) => others.includes(id));
  const next = before.slice(at + 1).find((id) => others.includes(id));
  if (next === undefined) return undefined;
  let index = others.indexOf(next);
  while (index > 0 && !above.includes(others[index - 1] ?? "")) index -= 1;
  return others[index];
}
