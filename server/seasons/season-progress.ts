// How far a season is, in counts for one reader: nobody whom they are recused from is in any of them (RECUSE-1).
import type { Kysely } from "kysely";
import { listNotes } from "../../db/interview-notes";
import { listInterviews } from "../../db/interviews";
import { findMeetingName } from "../../db/meeting-members";
import { readMembers } from "../../db/roster";
import { readRubricVersion } from "../../db/rubrics";
import type { Database } from "../../db/schema";
import { listApplicantsOf, readPlaces } from "../../db/season-applicants";
import { logOf, readWithheld, type SeasonRow } from "../../db/seasons";
import type { Applicant } from "../../domain/applicant";
import type { ApplicantId, MemberId } from "../../domain/ids";
import { isWritten } from "../../domain/note-words";
import { mayInSeason } from "../../domain/season-policy";
import type { SeasonCounts } from "../../domain/season-steps";

export interface SeasonProgress {
  counts: SeasonCounts;
  /** Applicants who were interviewed, as far as somebody has said so, and who have a rank. */
  interviewed: number;
  ranked: number;
}

export async function readProgress(
  db: Kysely<Database>,
  season: SeasonRow,
  personId: MemberId,
): Promise<SeasonProgress> {
  const withheld = await readWithheld(db, season, personId);
  const [applicants, { members }, interviews, notes, rubric, places, log, meeting] = await Promise.all([
    listApplicantsOf(db, season, withheld),
    readMembers(db, season.programId),
    listInterviews(db, season.id),
    listNotes(db, season.id),
    readRubricVersion(db, season.id),
    readPlaces(db, season),
    findMeetingName(db, logOf(season)),
    season.meetingId === null ? undefined : findMeetingName(db, season.meetingId),
  ]);
  const present = new Map(applicants.flatMap((one) => (one.withdrawn ? [] : [[one.id, one] as const])));
  const count = (ids: readonly ApplicantId[]): number => ids.filter((id) => present.has(id)).length;
  const held = interviews.filter(({ applicantId }) => present.has(applicantId));
  const written = new Set(
    notes.flatMap((note) => (isWritten(note.content) ? [pairOf(note.applicantId, note.authorId)] : [])),
  );
  const ranked = count(places.protected) + count(places.middle);
  const noted = new Set(notes.map(({ applicantId }) => applicantId));
  return {
    counts: {
      people: members.length,
      interviewers: members.filter(({ role }) => mayInSeason(role, "writeNote")).length,
      hasDirector: members.some(({ role }) => role === "pd"),
      applicants: present.size,
      assigned: new Set(held.map(({ applicantId }) => applicantId)).size,
      interviews: held.length,
      notes: held.filter(({ applicantId, memberId }) => written.has(pairOf(applicantId, memberId))).length,
      isRubricSaved: rubric.version > 0,
      placed: ranked + count(places.red),
      unplaced: count(places.unplaced),
      isFrozen: season.isFrozen,
      phase: meeting?.phase ?? null,
      isPurged: log?.phase === "purged",
    },
    interviewed: [...present.values()].filter((applicant) => isInterviewed(applicant, noted)).length,
    ranked,
  };
}

/** Somebody wrote a note, or the file has the day or the score. */
export const isInterviewed = (
  { id, interviewDate, interviewScore }: Applicant,
  noted: ReadonlySet<ApplicantId>,
): boolean => noted.has(id) || interviewDate !== undefined || interviewScore !== undefined;

const pairOf = (applicantId: ApplicantId, memberId: MemberId): string => `${applicantId} ${memberId}`;
