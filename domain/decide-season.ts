// The decision on a season's files: only what differs from the meeting becomes an event, so an import run twice changes
// nothing the second time (IMPORT-1), and an order that is frozen is never touched by a file (IMPORT-2). A file says
// what it has columns for (IMPORT-4), so that what was written by hand or by another file stays; the demo's says all that is known.
// In the browser an import can be taken back.
import type { ImportApplicants, ImportSeason, UndoImport } from "./commands";
import { rosterEvents } from "./decide-program";
import { accept, type Decision, reject } from "./decision";
import type { EventBody } from "./events";
import { changesBetween, mergeFacts, planImport, planUndo } from "./import-plan";
import { DEFAULT_CHAMPION_LIMIT, type MeetingState } from "./meeting";
import { type Actor, actorId } from "./policy";

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
  for (const { id, withdrawn, facts, unread } of command.applicants) {
    const known = state.applicants[id];
    if (!known) {
      events.push({ type: "applicantAdded", applicant: { ...facts, id, withdrawn } });
      continue;
    }
    const merged = command.columns ? mergeFacts(known, command.columns, facts, unread) : facts;
    if (changesBetween(known, merged).length > 0) {
      events.push({ type: "applicantFileChanged", applicantId: id, facts: merged });
    }
    // A file may be older than what the room knows: it can withdraw somebody, only a person can bring them back.
    if (withdrawn && !known.withdrawn) events.push({ type: "applicantWithdrawn", applicantId: id });
  }
  // What a file says of an order is for a person to accept while the list is a draft (DRAFT-3).
  const isDraft = (state.seq === 0 ? command.meeting.kind : state.kind) === "draft";
  if (command.list && !state.preliminary && !isDraft) events.push({ type: "preliminaryFrozen", ...command.list });
  return accept(...events);
}

/** Rows about somebody the importer is recused from, and rows that nothing can be done with, are passed over. */
export function decideImport(state: MeetingState, command: ImportApplicants, actor: Actor): Decision {
  const plans = planImport(state, command, withheldFrom(state, actor));
  const events = command.rows.flatMap(({ id, withdrawn, facts, unread }, row): EventBody[] => {
    const plan = plans[row];
    if (plan?.outcome === "new") {
      const { name = "", ...rest } = facts;
      return [{ type: "applicantAdded", applicant: { ...rest, name, id, withdrawn } }];
    }
    if (plan?.outcome !== "changed") return [];
    const { applicantId, changes, withdraws } = plan;
    const known = state.applicants[applicantId];
    const told: EventBody[] = [];
    if (known && changes.length > 0) {
      told.push({ type: "applicantFileChanged", applicantId, facts: mergeFacts(known, command, facts, unread) });
    }
    if (withdraws) told.push({ type: "applicantWithdrawn", applicantId });
    return told;
  });
  return accept(...events);
}

export function decideImportUndo(state: MeetingState, command: UndoImport, actor: Actor): Decision {
  const { removed, changed, reinstated } = planUndo(state, command, withheldFrom(state, actor));
  const events: EventBody[] = removed.map((applicantId) => ({ type: "applicantRemoved", applicantId }));
  for (const { applicantId, facts } of changed) events.push({ type: "applicantFileChanged", applicantId, facts });
  for (const { applicantId, to } of reinstated) {
    events.push({ type: "applicantReinstated", applicantId });
    if (to) events.push({ type: "applicantMoved", applicantId, from: "unplaced", to });
  }
  return accept(...events);
}

function withheldFrom(state: MeetingState, actor: Actor): ReadonlySet<string> {
  const by = actorId(actor);
  return new Set(by === null ? [] : state.recusals[by]);
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
