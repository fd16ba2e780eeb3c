/**
 * What a log is of. A draft is a preliminary list while it is made: its members are those who prepare (DRAFT-1). A rehearsal is a
 * practice copy of one of the other two (REHEARSE-1).
 */
export const meetingKinds = ["meeting", "draft", "rehearsal"] as const;
export type MeetingKind = (typeof meetingKinds)[number];
