// What is known of the applicants beside the list: who has met them, how they were scored, what the rubric suggests. Of those
// whom the reader may see, and of nobody else (RECUSE-1).
import type { Kysely } from "kysely";
import { listEncounters } from "../../db/first-hand";
import { listGivenScores } from "../../db/interview-notes";
import { readNamesIn } from "../../db/roster";
import type { Database } from "../../db/schema";
import type { SeasonRow } from "../../db/seasons";
import type { Applicant } from "../../domain/applicant";
import type { ApplicantId } from "../../domain/ids";
import { isKnownEnough } from "../../domain/rubric-order";
import { applicantScores } from "../../domain/scores";
import type { ApplicantCheck, ListChecks } from "../context/preliminary";
import { readRubricScores } from "./rubric-scores";

/** `about`: of whom every line of the rubric is wanted. `today`: ISO date. */
export async function readChecks(
  db: Kysely<Database>,
  season: SeasonRow,
  applicants: readonly Applicant[],
  { about, today }: { about: ApplicantId | null; today: string },
): Promise<ListChecks> {
  const [encounters, given, names, { version, scores: suggested }] = await Promise.all([
    listEncounters(db, season.id, today),
    listGivenScores(db, season),
    readNamesIn(db, season.programId),
    readRubricScores(db, season, applicants),
  ]);
  const scores = applicantScores(given);
  const people: Record<ApplicantId, ApplicantCheck> = {};
  for (const { id } of applicants) {
    const total = suggested.get(id);
    const isKnown = total !== undefined && isKnownEnough(total);
    people[id] = { met: [], planned: [], score: scores.get(id) ?? null, suggested: isKnown ? total.total : null };
  }
  for (const { applicantId, memberId, hasMet } of encounters) {
    const name = names.get(memberId) ?? "Somebody who has left";
    people[applicantId]?.[hasMet ? "met" : "planned"].push(name);
  }
  for (const { met, planned } of Object.values(people)) for (const list of [met, planned]) list.sort();
  const score = about === null ? undefined : suggested.get(about);
  return { people, ...(score && { rubric: { version, score } }) };
}
