// The wire: what goes over a socket, typed for both ends. docs/protocol.md says it in words; a test hashes the schemas and
// fails until PROTOCOL_VERSION is raised.
import type { CommandEnvelope } from "./commands";
import type { ViewEvent } from "./events";
import type { ApplicantId, MeetingId, MemberId } from "./ids";
import type { MeetingState } from "./meeting";
import type { RejectionCode } from "./rejection";

/** Raised with every change of what is sent. A client on another version is asked to reload. */
export const PROTOCOL_VERSION = 9;

/** How often a server sends a ping, in ms: a client that hears nothing for noticeably longer has lost it. */
export const PING_EVERY_MS = 5000;
/** How long a client waits for an answer, in ms, until it takes the connection for lost. */
export const PATIENCE_MS = 4000;

/** Largest message a server reads, in bytes. */
export const MAX_MESSAGE_BYTES = 16 * 1024;

/** Failures of the wire itself, beside the rejections of the domain. */
export type FailureCode =
  | RejectionCode
  | "malformed" // not a message of this protocol
  | "meetingUnknown" // no such meeting, or none of yours
  | "pledgeNeeded" // a member's, and only after the pledge
  | "proofNeeded" // the lock asks who is there: prove it, then the same again
  | "tooManyMessages" // more than one client may ask; the same again in a moment
  | "stopped" // whoever asked wanted it no more; only what a page asks for can be stopped
  | "unavailable" // the database or the server is not ready; try again, nothing is lost
  | "internal"; // a fault of ours, logged with its id

export interface Failure {
  ok: false;
  code: FailureCode;
  /** A sentence for the person. */
  message: string;
  /** True when the same command may simply be sent again. */
  retry?: boolean;
}

export type CommandAnswer = { ok: true; seq: number } | Failure;

/** `view` is an opaque token of what the viewer may see; it is sent back with `since` when rejoining; `now` is
 * the server's time, for countdowns. */
export type JoinAnswer =
  | { ok: true; seq: number; view: string; now: string; state: MeetingState }
  | { ok: true; seq: number; view: string; now: string; events: ViewEvent[] }
  | Failure;

export interface Here {
  memberId: MemberId;
  /** The row this member holds: dragging it, or in its Move menu. */
  holding: ApplicantId | null;
}

/** What stands at the meeting's door, for this viewer. */
export interface DoorStanding {
  /** People who wait for a host; 0 for whoever may not see the queue. */
  waiting: number;
  /** Another device asks to come in under this viewer's name. */
  asksAsMe: boolean;
}

export interface ClientToServer {
  /**
   * With `since` and `view`, the missing events; without them, or when the view changed or the gap is wide, the state. `whole`
   * asks for the state whatever else is said: joining twice has brought nothing.
   */
  join: (
    request: { meetingId: MeetingId; since?: number; view?: string; whole?: boolean },
    answer: (a: JoinAnswer) => void,
  ) => void;
  command: (envelope: CommandEnvelope, answer: (a: CommandAnswer) => void) => void;
  hold: (request: { meetingId: MeetingId; applicantId: ApplicantId | null }) => void;
  leave: (request: { meetingId: MeetingId }) => void;
}

export interface ServerToClient {
  events: (packet: { meetingId: MeetingId; events: ViewEvent[] }) => void;
  presence: (packet: { meetingId: MeetingId; here: Here[] }) => void;
  /** What this viewer may see has changed: join again without `since`. */
  resync: (packet: { meetingId: MeetingId }) => void;
  /** Sent when it changes; from the connection on it is quiet: nobody waits. */
  door: (packet: { meetingId: MeetingId } & DoorStanding) => void;
  /** The server is about to go; the client reconnects by itself. */
  goingAway: () => void;
}

/** Sent in the handshake. */
export interface HandshakeAuth {
  protocol: number;
}

/** `data.code` of a refused handshake. */
export type HandshakeFailure = "protocolMismatch" | "notSignedIn" | "originRefused" | "unavailable";
