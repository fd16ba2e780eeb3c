// An applicant's interviews as they are read: every note, who is awaited, and the scores as given and standardised. Standardised
// over what the reader may see, so that nothing of a withheld applicant can be worked out from the figures.
import type { Kysely } from "kysely";
import { listGivenScores, listNotesAbout } from "../../db/interview-notes";
import { listInterviews } from "../../db/interviews";
import { readNamesIn } from "../../db/roster";
import type { Database } from "../../db/schema";
import type { SeasonRow } from "../../db/seasons";
import type { ApplicantId } from "../../domain/ids";
import { isWritten } from "../../domain/note-words";
import { compareScores, raterFigures, scoresOf } from "../../domain/scores";
import type { InterviewView } from "../context/notes";

/** The caller has made sure that the reader may see the applicant, and the notes. */
export async function interviewView(
  db: Kysely<Database>,
  season: SeasonRow,
  applicantId: ApplicantId,
  withheld: ReadonlySet<ApplicantId>,
): Promise<InterviewView> {
  const [notes, interviews, given, names] = await Promise.all([
    listNotesAbout(db, season.id, applicantId),
    listInterviews(db, season.id),
    listGivenScores(db, season),
    readNamesIn(db, season.programId),
  ]);
  const nameOf = (id: string) => names.get(id) ?? "Somebody";
  const theirs = interviews.filter((interview) => interview.applicantId === applicantId);
  const heldOn = new Map(theirs.map((interview) => [interview.memberId, interview.heldOn]));
  const seen = given.filter((score) => !withheld.has(score.applicantId));
  const loose = new Set(raterFigures(seen).flatMap(({ raterId, kind }) => (kind === "own" ? [] : [raterId])));
  const compared = compareScores(seen).filter((score) => score.applicantId === applicantId);
  const standardised = new Map(compared.map((score) => [score.raterId, score.standardised]));
  const written = new Set(notes.flatMap(({ authorId, content }) => (isWritten(content) ? [authorId] : [])));
  return {
    notes: notes.map(({ id, authorId, content, updatedAt }) => {
      const score = standardised.get(authorId);
      return {
        noteId: id,
        authorId,
        author: nameOf(authorId),
        heldOn: heldOn.get(authorId) ?? null,
        content,
        standardised: score === undefined ? null : { score, isLoose: loose.has(authorId) },
        savedAt: updatedAt.toISOString(),
      };
    }),
    awaited: theirs.flatMap(({ memberId }) => (written.has(memberId) ? [] : [nameOf(memberId)])).sort(),
    score: scoresOf(compared).get(applicantId) ?? null,
  };
}
