// What people have found out about an applicant, beside the file in a meeting: open questions and calls with colleagues outside, by
// the rules of the whole file (FILE-3, FILE-4). The caller has made sure that the applicant is not withheld.
import type { Kysely } from "kysely";
import { listQuestionsAbout } from "../../db/open-questions";
import { listContactsAbout } from "../../db/outside-contacts";
import type { Database } from "../../db/schema";
import { findSeasonOf } from "../../db/seasons";
import type { ApplicantId, MemberId } from "../../domain/ids";
import type { MeetingState } from "../../domain/meeting";
import { mayInSeason } from "../../domain/season-policy";
import type { FileBeside } from "../context/applicant-files";
import { contactLine, maySeeContact, questionLine } from "./file-words";

/** Null for whoever does not read files, and where there is no season: in a rehearsal. */
export async function fileBeside(
  db: Kysely<Database>,
  { state, applicantId, personId }: { state: MeetingState; applicantId: ApplicantId; personId: MemberId },
): Promise<FileBeside | null> {
  const role = state.members[personId]?.role;
  if (!role || !mayInSeason(role, "readFile") || state.phase === "purged") return null;
  const season = await findSeasonOf(db, state.id);
  if (!season) return null;
  const reader = { personId, role };
  const [questions, contacts] = await Promise.all([
    listQuestionsAbout(db, season.id, applicantId),
    listContactsAbout(db, season.id, applicantId),
  ]);
  return {
    questions: questions.map((row) => questionLine(row, reader)),
    contacts: contacts.flatMap((row) => (maySeeContact(row, reader, season) ? [contactLine(row, reader)] : [])),
    file: `/seasons/${season.id}/applicants/${applicantId}`,
  };
}
