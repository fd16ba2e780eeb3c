// Open questions about an applicant: asked, owned, answered once, or struck; never deleted (FILE-3, FILE-5).
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { ApplicantId, MemberId } from "../domain/ids";
import type { Database } from "./schema";

export interface OpenQuestionRow {
  id: string;
  question: string;
  fact: string | null;
  ownerId: MemberId;
  owner: string;
  askedById: MemberId;
  askedBy: string;
  askedAt: Date;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
  struckAt: Date | null;
  struckBy: string | null;
  struckReason: string | null;
}

/** Oldest first. */
export const listQuestionsAbout = (
  db: Kysely<Database>,
  seasonId: string,
  applicantId: ApplicantId,
): Promise<OpenQuestionRow[]> =>
  db
    .selectFrom("open_questions as q")
    .innerJoin("people as owner", "owner.id", "q.owner_id")
    .innerJoin("people as asker", "asker.id", "q.asked_by")
    .leftJoin("people as answerer", "answerer.id", "q.answered_by")
    .leftJoin("people as striker", "striker.id", "q.struck_by")
    .select([
      "q.id",
      "q.question",
      "q.fact",
      "q.owner_id as ownerId",
      "owner.name as owner",
      "q.asked_by as askedById",
      "asker.name as askedBy",
      "q.asked_at as askedAt",
      "q.answer",
      "answerer.name as answeredBy",
      "q.answered_at as answeredAt",
      "q.struck_at as struckAt",
      "striker.name as struckBy",
      "q.struck_reason as struckReason",
    ])
    .where("q.season_id", "=", seasonId)
    .where("q.applicant_id", "=", applicantId)
    .orderBy("q.asked_at")
    .orderBy("q.id")
    .execute();

/** Neither answered nor struck. */
const stillOpen = (db: Kysely<Database>) =>
  db.selectFrom("open_questions").where("answered_at", "is", null).where("struck_at", "is", null);

/** Whom the questions are about that are still open: an applicant with two of them is there twice. */
export async function listOpenQuestions(db: Kysely<Database>, seasonId: string): Promise<ApplicantId[]> {
  const rows = await stillOpen(db).select("applicant_id as applicantId").where("season_id", "=", seasonId).execute();
  return rows.map(({ applicantId }) => applicantId);
}

/** Of a season, with who is to find out; oldest first. */
export const listOpenQuestionsIn = (db: Kysely<Database>, seasonId: string) =>
  db
    .selectFrom("open_questions as q")
    .innerJoin("people as owner", "owner.id", "q.owner_id")
    .select(["q.id", "q.applicant_id as applicantId", "q.question", "owner.name as owner"])
    .where("q.season_id", "=", seasonId)
    .where("q.answered_at", "is", null)
    .where("q.struck_at", "is", null)
    .orderBy("q.asked_at")
    .orderBy("q.id")
    .execute();

export interface OwnedQuestion {
  id: string;
  question: string;
  seasonId: string;
  applicantId: ApplicantId;
}

/** Still open, oldest first. */
export const listQuestionsOf = (db: Kysely<Database>, ownerId: MemberId): Promise<OwnedQuestion[]> =>
  stillOpen(db)
    .select(["id", "question", "season_id as seasonId", "applicant_id as applicantId"])
    .where("owner_id", "=", ownerId)
    .orderBy("asked_at")
    .execute();

export interface NewQuestion {
  seasonId: string;
  applicantId: ApplicantId;
  question: string;
  fact: string | null;
  ownerId: MemberId;
  askedBy: MemberId;
  at: Date;
}

/** False when that fact has its question already. */
export async function addQuestion(db: Kysely<Database>, added: NewQuestion): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto("open_questions")
    .values({
      id: randomUUID(),
      season_id: added.seasonId,
      applicant_id: added.applicantId,
      question: added.question,
      fact: added.fact,
      owner_id: added.ownerId,
      asked_by: added.askedBy,
      asked_at: added.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

/** False when it is not open any more. */
export async function answerQuestion(
  db: Kysely<Database>,
  { id, seasonId, answer, by, at }: { id: string; seasonId: string; answer: string; by: MemberId; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("open_questions")
    .set({ answer, answered_by: by, answered_at: at })
    .where("season_id", "=", seasonId)
    .where("id", "=", id)
    .where("answered_at", "is", null)
    .where("struck_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** False when it is struck already. An answer that was given stays with it. */
export async function strikeQuestion(
  db: Kysely<Database>,
  { id, seasonId, reason, by, at }: { id: string; seasonId: string; reason: string; by: MemberId; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("open_questions")
    .set({ struck_at: at, struck_by: by, struck_reason: reason })
    .where("season_id", "=", seasonId)
    .where("id", "=", id)
    .where("struck_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
