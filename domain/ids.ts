// Identifiers. All are UUIDs in text form; the names say what a value points at.

export type MeetingId = string;
export type ProgramId = string;
export type ApplicantId = string;
/** A person's id: the same person has one id in every meeting. */
export type MemberId = string;
/** Chosen by the client, so that a resend is recognised (IDEM-1). */
export type CommandId = string;
/** A mark carries the id of the command that made it. */
export type MarkId = string;
