// A meeting, or a draft, as a page is handed it. Types only, as in load-context.
import type { MemberId } from "../../domain/ids";
import type { MeetingState } from "../../domain/meeting";

/** As its viewer may see it, for the first render; the socket goes on from `seq`. */
export interface OpenedMeeting {
  seq: number;
  /** To hand back when joining: see domain/protocol. */
  view: string;
  memberId: MemberId;
  /** The server's time, for the first render and for a clock that is off. */
  now: string;
  state: MeetingState;
}
