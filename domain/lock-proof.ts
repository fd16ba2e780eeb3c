// Whether a command asks for a fresh proof of who asks (LOCK-6). Apart from `policy`, so that the browser does not carry it.
import type { CommandType } from "./commands";
import type { MeetingKind } from "./meeting-kind";

/** The lock of a meeting does; that of a rehearsal is practice. */
export const asksForProof = (type: CommandType, kind: MeetingKind): boolean =>
  type === "lockList" && kind === "meeting";
