// What interviewers gave whom, as far as the agenda's suggestions need it (AGENDA-3): two figures and a count for each applicant, and
// for whoever puts the agenda together alone. Nobody's own scores are in it, and nothing of whoever is withheld from the reader.
import type { Kysely } from "kysely";
import { listGivenScores } from "../../db/interview-notes";
import type { Database } from "../../db/schema";
import { findSeasonOf } from "../../db/seasons";
import type { MemberId } from "../../domain/ids";
import type { MeetingState } from "../../domain/meeting";
import { mayAskIn, mayReadInterviews } from "../../domain/policy";
import type { View } from "../../domain/redact";
import { applicantScores } from "../../domain/scores";
import type { AgendaScores } from "../context/scores";

/** Null: not this reader's to read. Empty where the meeting has no season, or its season no scores. */
export async function agendaScores(
  db: Kysely<Database>,
  { state, view, personId }: { state: MeetingState; view: View; personId: MemberId },
): Promise<AgendaScores | null> {
  const role = state.members[personId]?.role;
  if (!role || state.phase === "purged" || !mayAskIn(state, personId, "addToAgenda")) return null;
  const season = await findSeasonOf(db, state.id);
  if (!season || !mayReadInterviews(role, state.kind, season.isFrozen)) return { scores: [] };
  const hidden = new Set(view.withheld);
  // Left out before anything is compared: a mean over all would tell of them.
  const given = (await listGivenScores(db, season)).filter(
    ({ applicantId }) => state.applicants[applicantId] && !hidden.has(applicantId),
  );
  return {
    scores: [...applicantScores(given)].map(([applicantId, { standardised, standardisedSpread, count }]) => ({
      applicantId,
      standardised,
      spread: standardisedSpread,
      count,
    })),
  };
}
