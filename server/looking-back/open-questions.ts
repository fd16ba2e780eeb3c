// The questions that are open when a meeting's list is about to be locked, of the applicants whom their reader sees (LOCK-5).
import type { Kysely } from "kysely";
import { listOpenQuestionsIn } from "../../db/open-questions";
import type { Database } from "../../db/schema";
import { findSeasonOf } from "../../db/seasons";
import type { MeetingState } from "../../domain/meeting";

export async function openQuestionsAbout(
  db: Kysely<Database>,
  { id, applicants }: Pick<MeetingState, "id" | "applicants">,
) {
  const season = await findSeasonOf(db, id);
  const questions = season ? await listOpenQuestionsIn(db, season.id) : [];
  return questions.filter(({ applicantId }) => applicants[applicantId]?.withdrawn === false);
}
