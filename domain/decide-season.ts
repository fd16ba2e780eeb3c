// The decision on a season's files: only what differs from the meeting becomes an event, so an import run twice changes
// nothing the second time (IMPORT-1), and an order that is frozen is never touched by a file (IMPORT-2).
import type { Applicant } from "./applicant";
import type { ImportSeason } from "./commands";
import { rosterEvents } from "./decide-program";
import { accept, type Decision, reject } from "./decision";
import type { EventBody } from "./events";
import { DEFAULT_CHAMPION_LIMIT, type MeetingState } from "./meeting";
import { sameValue } from "./same-value";

export function decideSeason(state: MeetingState, command: ImportSeason): Decision {
  if (state.seq === 0 && command.applicants.length === 0) return reject({ code: "nothingToImport" });
  if (losesDirector(state, command.members)) return reject({ code: "lastDirector" });
  const events: EventBody[] = [];
  if (state.seq === 0) {
    events.push({ type: "meetingOpened", ...command.meeting, championLimit: DEFAULT_CHAMPION_LIMIT });
  } else if (command.quotaGiven && command.meeting.quota !== state.quota) {
    events.push({ type: "settingsChanged", quota: command.meeting.quota });
  }
  events.push(...rosterEvents(state, command.members));
  for (const { id, withdrawn, facts } of command.applicants) {
    const known = state.applicants[id];
    if (!known) {
      events.push({ type: "applicantAdded", applicant: { ...facts, id, withdrawn } });
      continue;
    }
    if (!sameFacts(known, facts)) events.push({ type: "applicantFileChanged", applicantId: id, facts });
    // A file may be older than what the room knows: it can withdraw somebody, only a person can bring them back.
    if (withdrawn && !known.withdrawn) events.push({ type: "applicantWithdrawn", applicantId: id });
  }
  // What a file says of an order is for a person to accept while the list is a draft (DRAFT-3).
  const isDraft = (state.seq === 0 ? command.meeting.kind : state.kind) === "draft";
  if (command.list && !state.preliminary && !isDraft) events.push({ type: "preliminaryFrozen", ...command.list });
  return accept(...events);
}

/** ROSTER-3: would nobody be program director any more who was before? */
function losesDirector(state: MeetingState, members: ImportSeason["members"]): boolean {
  const directors = new Set(Object.values(state.members).flatMap(({ id, role }) => (role === "pd" ? [id] : [])));
  if (directors.size === 0) return false;
  for (const { id, role } of members) {
    if (role === "pd") directors.add(id);
    else directors.delete(id);
  }
  return directors.size === 0;
}

function sameFacts(known: Applicant, facts: ImportSeason["applicants"][number]["facts"]): boolean {
  const { id: _id, withdrawn: _withdrawn, ...own } = known;
  return sameValue(own, facts);
}
