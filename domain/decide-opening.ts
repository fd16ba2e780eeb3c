// The decision that opens a season's meeting with its frozen list (FREEZE-2): roster, applicants, the order, recusals, and what
// interviewers have said of whom they would work with. All of it or nothing, and once.
import type { OpenFromDraft } from "./commands";
import { decideFollow } from "./decide-program";
import { accept, type Decision, reject } from "./decision";
import type { EventBody } from "./events";
import type { MeetingState } from "./meeting";
import type { Role } from "./member";
import { mayAsk } from "./policy";

export function decideOpening(state: MeetingState, command: OpenFromDraft): Decision {
  if (state.preliminary || Object.keys(state.applicants).length > 0) return reject({ code: "meetingNotEmpty" });
  const followed = decideFollow(state, command.follow);
  if (!followed.ok) return followed;
  const events: EventBody[] = [...followed.events];
  for (const applicant of command.applicants) events.push({ type: "applicantAdded", applicant });
  events.push({ type: "preliminaryFrozen", ...command.list });
  for (const recusal of command.recusals) events.push({ type: "recusalDeclared", ...recusal });
  events.push(...endorsementEvents(command, rosterAfter(state, command)));
  return accept(...events);
}

function rosterAfter(state: MeetingState, { follow }: OpenFromDraft): ReadonlyMap<string, Role> {
  const roles = new Map(Object.values(state.members).map(({ id, role }) => [id, role]));
  for (const { id, role } of follow.members) roles.set(id, role);
  for (const id of follow.removed) roles.delete(id);
  return roles;
}

/** Signed by whoever said it, as long as they may still endorse that applicant, once each (MARK-2). */
function endorsementEvents(command: OpenFromDraft, roles: ReadonlyMap<string, Role>): EventBody[] {
  const present = new Set(command.applicants.flatMap(({ id, withdrawn }) => (withdrawn ? [] : [id])));
  const closed = new Set(command.recusals.map(({ memberId, applicantId }) => `${memberId} ${applicantId}`));
  return command.endorsements.flatMap(({ markId, applicantId, by, at, relationship }): EventBody[] => {
    const role = roles.get(by);
    const pair = `${by} ${applicantId}`;
    if (!role || !mayAsk(role, "endorseApplicant") || !present.has(applicantId) || closed.has(pair)) return [];
    closed.add(pair);
    const details = { strength: "workWith" as const, ...(relationship && { relationship }) };
    return [{ type: "applicantEndorsed", markId, applicantId, ...details, signed: { by, at } }];
  });
}
