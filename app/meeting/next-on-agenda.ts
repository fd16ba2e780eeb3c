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
  const isAgenda = room.stage === "agenda" && (waiting.length > 0 || room.agenda.length > 0);
  const ids = isAgenda ? room.agenda.map(({ applicantId }) => applicantId) : rankedIds(order);
  const at = from === undefined ? -1 : ids.indexOf(from);
  if (!isAgenda || step === -1) return at < 0 ? ids[0] : ids[at + step];
  const later = ids.slice(at + 1).find((id) => waiting.includes(id));
  return later ?? waiting.find((id) => id !== from);
}
