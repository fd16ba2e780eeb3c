// The roster of a meeting as its door reads it: names and roles, and what the meeting is called. A projection of the log.
import type { Kysely } from "kysely";
import type { MeetingId } from "../domain/ids";
import type { MeetingState } from "../domain/meeting";
import type { Member } from "../domain/member";
import type { Database } from "./schema";

export const listMembers = (db: Kysely<Database>, meetingId: MeetingId): Promise<Member[]> =>
  db
    .selectFrom("meeting_members")
    .select(["person_id as id", "name", "role"])
    .where("meeting_id", "=", meetingId)
    .where("active", "=", true)
    .orderBy("name")
    .execute();

export const findMember = (db: Kysely<Database>, meetingId: MeetingId, personId: string): Promise<Member | undefined> =>
  db
    .selectFrom("meeting_members")
    .select(["person_id as id", "name", "role"])
    .where("meeting_id", "=", meetingId)
    .where("person_id", "=", personId)
    .where("active", "=", true)
    .executeTakeFirst();

export interface MeetingName {
  id: MeetingId;
  title: string;
  programName: string;
  phase: MeetingState["phase"];
  kind: MeetingState["kind"];
}

export const findMeetingName = (db: Kysely<Database>, meetingId: MeetingId): Promise<MeetingName | undefined> =>
  db
    .selectFrom("meetings")
    .innerJoin("tracks", "tracks.id", "meetings.track_id")
    .innerJoin("programs", "programs.id", "tracks.program_id")
    .select(["meetings.id", "meetings.title", "programs.name as programName", "meetings.phase", "meetings.kind"])
    .where("meetings.id", "=", meetingId)
    .executeTakeFirst();
