// What the pages are handed of rehearsals. Types only, as in load-context.
import type { MeetingId, MemberId } from "../../domain/ids";
import type { ProgramAnswer } from "./answers";

export interface RehearsalLine {
  meetingId: MeetingId;
  title: string;
  madeBy: string;
  /** ISO. */
  madeAt: string;
}

export interface OpenRehearsal extends RehearsalLine {
  isPaused: boolean;
  /** Its maker's and the director's to throw away. */
  mayThrowAway: boolean;
}

export interface RehearsalPage {
  /** Of the meeting, draft or rehearsal that was asked for. */
  title: string;
  isRehearsal: boolean;
  /** The one that is open; null: it could be started. */
  rehearsal: OpenRehearsal | null;
  /** Why none can be started now, in a sentence. */
  obstacle: string | null;
}

/** For hosts: 404 for what is not theirs, 403 for other roles of the meeting it would be copied from. */
export interface RehearsalService {
  /** Those that the person is in, newest first. */
  mine(personId: MemberId): Promise<RehearsalLine[]>;
  /** Asked of a meeting or a draft, or of a rehearsal itself. */
  open(meetingId: MeetingId, personId: MemberId): Promise<ProgramAnswer<{ page: RehearsalPage }>>;
  /** Of a meeting or a draft. The one that is open already, if there is one. */
  start(meetingId: MeetingId, personId: MemberId): Promise<ProgramAnswer<{ meetingId: MeetingId }>>;
  /** Of a rehearsal: its practice members pause, or go on. */
  pause(meetingId: MeetingId, personId: MemberId, isPaused: boolean): Promise<ProgramAnswer>;
  /** Of a rehearsal: from then on nobody is in it. */
  throwAway(meetingId: MeetingId, personId: MemberId): Promise<ProgramAnswer>;
}
