// What the room needs of the database beside the log: calls that are still open, for the clock that ends them, and anonymous
// ballots until they are revealed (ROUND-4).
import type { Kysely } from "kysely";
import type { MeetingId } from "../domain/ids";
import { type Ballot, type BallotChoice, ballotChoices } from "../domain/room";
import type { Database } from "./schema";

export const listDueCalls = (db: Kysely<Database>, now: Date): Promise<{ meetingId: MeetingId; callId: string }[]> =>
  db
    .selectFrom("open_calls")
    .select(["meeting_id as meetingId", "call_id as callId"])
    .where("ends_at", "<=", now)
    .execute();

/** A ballot without its author, in its round. */
export interface SealedBallot {
  roundId: string;
  ballot: Ballot;
}

export async function addSealedBallots(
  trx: Kysely<Database>,
  meetingId: MeetingId,
  sealed: readonly SealedBallot[],
): Promise<void> {
  if (sealed.length === 0) return;
  const rows = sealed.map(({ roundId, ballot: { applicantId, choice, line } }) => ({
    meeting_id: meetingId,
    round_id: roundId,
    applicant_id: applicantId,
    choice,
    line: line ?? null,
  }));
  await trx.insertInto("sealed_ballots").values(rows).execute();
}

export async function readSealedBallots(
  trx: Kysely<Database>,
  meetingId: MeetingId,
  roundIds: readonly string[],
): Promise<SealedBallot[]> {
  if (roundIds.length === 0) return [];
  const rows = await trx
    .selectFrom("sealed_ballots")
    .select(["round_id", "applicant_id", "choice", "line"])
    .where("meeting_id", "=", meetingId)
    .where("round_id", "in", roundIds)
    .execute();
  const isChoice = (text: string): text is BallotChoice => (ballotChoices as readonly string[]).includes(text);
  return rows.flatMap(({ round_id: roundId, applicant_id: applicantId, choice, line }) =>
    isChoice(choice) ? [{ roundId, ballot: { applicantId, memberId: null, choice, ...(line && { line }) } }] : [],
  );
}

/** Revealed or discarded: from then on the log has what was shown, and this nothing. */
export async function dropSealedBallots(trx: Kysely<Database>, meetingId: MeetingId, roundId?: string): Promise<void> {
  await trx
    .deleteFrom("sealed_ballots")
    .where("meeting_id", "=", meetingId)
    .$if(roundId !== undefined, (query) => query.where("round_id", "=", roundId as string))
    .execute();
}
