// What interviewers say in their notes once the list is frozen: of whom they would work with, and that they take it back (MARK-1,
// MARK-2). A note that is heard again says nothing new: each saying becomes an endorsement once, and one that was struck stays so.
import type { HearNotes } from "./commands";
import { accept, type Decision } from "./decision";
import type { EventBody } from "./events";
import type { ApplicantId, MemberId } from "./ids";
import type { EndorsementStrength } from "./marks";
import { endorsementsOf, isRecused, type MeetingState } from "./meeting";
import { mayAsk } from "./policy";

export type HeardNote = HearNotes["notes"][number];

/** The reason of the strike where an author takes the word back in the note. */
export const takenBackInNote = "Taken back in the interview note.";

export const decideHearing = (state: MeetingState, { notes }: HearNotes): Decision =>
  accept(...hearingEvents(state, notes));

/** Empty where the meeting has heard all of it. What cannot be heard now is left out: another time it may be (`voiceOf`). */
export function hearingEvents(state: MeetingState, notes: readonly HeardNote[]): EventBody[] {
  const events: EventBody[] = [];
  const struck = new Set<string>();
  const given = new Set<string>();
  for (const { noteId, applicantId, by, said, takenBack, reason } of notes) {
    const isGone = (id: string) => id !== said?.markId && !(id === noteId && state.endorsements[id]?.at === said?.at);
    for (const markId of takenBack.filter(isGone)) {
      const mark = state.endorsements[markId];
      if (!mark || mark.struck || mark.by !== by || struck.has(markId)) continue;
      struck.add(markId);
      events.push({ type: "endorsementStruck", markId, applicantId, reason: reason ?? takenBackInNote });
    }
    if (!said || isHeard(state, noteId, said) || hindranceOf(state, by, applicantId)) continue;
    const pair = `${by} ${applicantId}`;
    if (given.has(pair) || ownOf(state, by, applicantId).some(({ id }) => !struck.has(id))) continue;
    given.add(pair);
    const details = { strength: "workWith" as const, ...(said.relationship && { relationship: said.relationship }) };
    events.push({
      type: "applicantEndorsed",
      markId: said.markId,
      applicantId,
      ...details,
      signed: { by, at: said.at },
    });
  }
  return events;
}

/** The first saying has the note's id, also where a meeting was opened with another one as its first. */
const isHeard = (state: MeetingState, noteId: string, said: NonNullable<HeardNote["said"]>): boolean =>
  state.endorsements[said.markId] !== undefined || state.endorsements[noteId]?.at === said.at;

const ownOf = (state: MeetingState, by: MemberId, applicantId: ApplicantId) =>
  endorsementsOf(state, applicantId).filter((mark) => mark.by === by);

function hindranceOf(state: MeetingState, by: MemberId, applicantId: ApplicantId) {
  const applicant = state.applicants[applicantId];
  const role = state.members[by]?.role;
  if (!applicant || !role || isRecused(state, by, applicantId) || !mayAsk(role, "endorseApplicant")) return "notTheirs";
  return applicant.withdrawn ? "withdrawn" : undefined;
}

/** What became in the meeting of an "I'd work with them", for its author. */
export type NoteVoice =
  | { is: "endorsement" }
  /** Another endorsement of theirs stands. */
  | { is: "other"; strength: EndorsementStrength }
  | { is: "struck"; isByAuthor: boolean; reason: string }
  | { is: "withdrawn" }
  /** Said too late, or the list was locked before it was heard. */
  | { is: "locked" }
  /** Not heard yet; it will be. */
  | { is: "waiting" }
  /** Not theirs to say, in this role. */
  | { is: "notTheirs" };

export function voiceOf(state: MeetingState, { noteId, applicantId, by, said }: HeardNote): NoteVoice | undefined {
  if (!said) return undefined;
  const first = state.endorsements[noteId];
  const mark = state.endorsements[said.markId] ?? (first?.at === said.at ? first : undefined);
  if (mark && !mark.struck) return { is: "endorsement" };
  const other = ownOf(state, by, applicantId)[0];
  if (other) return { is: "other", strength: other.strength };
  if (mark?.struck) return { is: "struck", isByAuthor: mark.struck.by === by, reason: mark.struck.reason };
  const hindrance = hindranceOf(state, by, applicantId);
  if (hindrance) return { is: hindrance };
  return { is: state.phase === "open" ? "waiting" : "locked" };
}
