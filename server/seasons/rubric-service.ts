// The rubric of a season as pages read and change it (RUBRIC-1 to RUBRIC-6). Each method begins with the question whether the
// asker may, nothing of anybody withheld from them is in an answer, and what is changed is on record in the same transaction.
import type { Kysely } from "kysely";
import { z } from "zod";
import { appendAudit, type NewAuditEntry } from "../../db/audit-trail";
import { addFloorException, strikeFloorException } from "../../db/floor-exceptions";
import { readNamesIn } from "../../db/roster";
import { addRating } from "../../db/rubric-ratings";
import { addRubricVersion, listRubricVersions, readRubricVersion } from "../../db/rubrics";
import type { Database } from "../../db/schema";
import { listApplicantsOf, readRankedIds } from "../../db/season-applicants";
import { logOf, readWithheld, type SeasonRow } from "../../db/seasons";
import type { AuditDetail } from "../../domain/audit";
import { SENTENCE_MAX } from "../../domain/commands";
import { underFloor } from "../../domain/exam-floor";
import type { ApplicantId, MemberId } from "../../domain/ids";
import { RATING_MAX, ratedLines } from "../../domain/rubric";
import { rubricFacts } from "../../domain/rubric-facts";
import { rubricSchema } from "../../domain/rubric-schema";
import { rubricOf } from "../../domain/rubric-typed";
import { idSchema, lineSchema, sentenceSchema } from "../../domain/schemas";
import { seatsNeeded } from "../../domain/visa-seats";
import type { Clock } from "../clock";
import type { ProgramAnswer, Typed } from "../context/answers";
import type { RubricService } from "../context/rubrics";
import { readRubricScores } from "../preliminary/rubric-scores";
import { refuse } from "../programs/access";
import { readTyped } from "../programs/typed";
import { accessToSeason, applicantUnknown } from "./access";
import { readSigned, versionWords } from "./rubric-reading";
import { wordsOf } from "./season-words";

const reason = sentenceSchema(SENTENCE_MAX);
const changeForm = z.object({ version: z.coerce.number().int().min(0).max(1_000_000), reason });
const ratingForm = z.object({
  applicantId: idSchema,
  line: z.enum(ratedLines),
  rating: z
    .string()
    .regex(/^[0-5]?$/)
    .transform((typed) => (typed === "" ? null : Number(typed))),
  source: lineSchema(SENTENCE_MAX),
});
const exceptionForm = z.object({ applicantId: idSchema, reason });
const sentences = {
  reason: `Say why, in a sentence of at least three words and at most ${SENTENCE_MAX} characters.`,
  source: `Name the source, or say why, in up to ${SENTENCE_MAX} characters.`,
  rating: `Choose a whole number from 0 to ${RATING_MAX}, or take the rating back.`,
};

export function createRubricService({ db, clock }: { db: Kysely<Database>; clock: Clock }): RubricService {
  const visibleTo = async (season: SeasonRow, personId: MemberId) =>
    listApplicantsOf(db, season, await readWithheld(db, season, personId));

  /** Something is done about one applicant, whom the asker sees, and put on record. */
  async function act(
    season: SeasonRow,
    personId: MemberId,
    applicantId: ApplicantId,
    deed: (trx: Kysely<Database>, at: Date) => Promise<Recorded | undefined>,
    notSo: string,
  ): Promise<ProgramAnswer> {
    if (!(await visibleTo(season, personId)).some(({ id }) => id === applicantId)) return applicantUnknown;
    return db.transaction().execute(async (trx) => {
      const at = clock();
      const done = await deed(trx, at);
      if (!done) return refuse(409, notSo);
      await appendAudit(trx, [entryOf(season, personId, at, { ...done, applicantId })]);
      return { ok: true };
    });
  }

  return {
    async open(seasonId, personId, asked) {
      const access = await accessToSeason(db, seasonId, personId, asked);
      if (!access.ok) return access;
      const { season, role } = access;
      const visible = (await visibleTo(season, personId)).filter(({ withdrawn }) => !withdrawn);
      const [version, signed, names, rankedIds] = await Promise.all([
        readRubricVersion(db, seasonId),
        readSigned(db, season),
        readNamesIn(db, season.programId),
        readRankedIds(db, season),
      ]);
      const applicants = visible.map((applicant) => ({
        id: applicant.id,
        name: applicant.name,
        facts: rubricFacts(applicant, season.matchYear),
        ...signed(applicant.id),
      }));
      const ranked = visible.filter(({ id }) => rankedIds.has(id));
      return {
        ok: true,
        page: {
          season: wordsOf(season, role),
          current: versionWords(version, names),
          applicants,
          seats: { ...seatsNeeded(ranked), isFrozen: season.isFrozen },
        },
      };
    },

    async versions(seasonId, personId) {
      const access = await accessToSeason(db, seasonId, personId, "viewRubric");
      if (!access.ok) return access;
      const { season, role } = access;
      const [versions, names] = await Promise.all([
        listRubricVersions(db, seasonId),
        readNamesIn(db, season.programId),
      ]);
      return {
        ok: true,
        season: wordsOf(season, role),
        versions: versions.map((version) => versionWords(version, names)),
      };
    },

    async breakdown(seasonId, applicantId, personId) {
      const access = await accessToSeason(db, seasonId, personId, "viewRubric");
      if (!access.ok) return access;
      const { season } = access;
      const visible = await visibleTo(season, personId);
      const applicant = visible.find(({ id }) => id === applicantId);
      if (!applicant) return applicantUnknown;
      const [{ version, scores }, { rubric }, signed] = await Promise.all([
        readRubricScores(db, season, visible),
        readRubricVersion(db, seasonId),
        readSigned(db, season),
      ]);
      const { ratings, exceptions } = signed(applicantId);
      const score = scores.get(applicantId);
      if (!score) return applicantUnknown;
      const under = underFloor(rubric, applicant) ?? null;
      return { ok: true, breakdown: { version, score, under, ratings, exceptions } };
    },

    async change(seasonId, personId, typed) {
      const access = await accessToSeason(db, seasonId, personId, "changeRubric");
      if (!access.ok) return access;
      const { season } = access;
      const read = readRubricForm(typed);
      if (!read.ok) return read;
      const { rubric, reason: why, version } = read.value;
      return db.transaction().execute(async (trx) => {
        const at = clock();
        const added = { seasonId, version: version + 1, rubric, reason: why, authorId: personId, at };
        const { version: current } = await readRubricVersion(trx, seasonId);
        // Also where two write at once: the second finds its version taken.
        if (current !== version || !(await addRubricVersion(trx, added))) {
          return refuse(409, "Somebody changed the rubric meanwhile. Reload the page to change the newest version.");
        }
        const done = { action: "rubricChanged", detail: { version: added.version } } as const;
        await appendAudit(trx, [entryOf(season, personId, at, done)]);
        return { ok: true, version: added.version };
      });
    },

    async rate(seasonId, personId, typed) {
      const access = await accessToSeason(db, seasonId, personId, "rateByHand");
      if (!access.ok) return access;
      const reading = readTyped(ratingForm, typed, sentences);
      if (!reading.ok) return reading;
      const { applicantId } = reading.value;
      const deed = async (trx: Kysely<Database>, at: Date): Promise<Recorded> => {
        await addRating(trx, { ...reading.value, seasonId, authorId: personId, at });
        const { line, rating } = reading.value;
        return { action: "rubricRated", detail: { line, isTakenBack: rating === null } };
      };
      return act(access.season, personId, applicantId, deed, "");
    },

    async makeException(seasonId, personId, typed) {
      const access = await accessToSeason(db, seasonId, personId, "makeException");
      if (!access.ok) return access;
      const reading = readTyped(exceptionForm, typed, sentences);
      if (!reading.ok) return reading;
      const deed = async (trx: Kysely<Database>, at: Date): Promise<Recorded | undefined> =>
        (await addFloorException(trx, { ...reading.value, seasonId, authorId: personId, at }))
          ? { action: "floorExceptionMade", detail: {} }
          : undefined;
      return act(access.season, personId, reading.value.applicantId, deed, "There is an exception for them already.");
    },

    async strikeException(seasonId, personId, typed) {
      const access = await accessToSeason(db, seasonId, personId, "makeException");
      if (!access.ok) return access;
      const reading = readTyped(exceptionForm, typed, sentences);
      if (!reading.ok) return reading;
      const deed = async (trx: Kysely<Database>, at: Date): Promise<Recorded | undefined> =>
        (await strikeFloorException(trx, { ...reading.value, seasonId, by: personId, at }))
          ? { action: "floorExceptionStruck", detail: {} }
          : undefined;
      return act(access.season, personId, reading.value.applicantId, deed, "No exception for them stands.");
    },
  };
}

type Recorded = Pick<NewAuditEntry, "action" | "detail">;

const entryOf = (
  season: SeasonRow,
  actorId: MemberId,
  at: Date,
  { action, detail, applicantId }: Recorded & { applicantId?: ApplicantId },
): NewAuditEntry => {
  const whole: AuditDetail = { ...detail, season: `Match ${season.matchYear}, ${season.programCode}` };
  const subject = { meetingId: logOf(season), ...(applicantId && { applicantId }) };
  return { programId: season.programId, actorId, action, subject, detail: whole, outcome: "done", at };
};

/** The first thing that is wrong becomes a sentence at its field. */
function readRubricForm(typed: Typed) {
  const form = readTyped(changeForm, typed, sentences);
  const parsed = rubricSchema.safeParse(rubricOf(typed));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse(400, issue?.message ?? "", issue?.path.join("."));
  }
  return form.ok ? { ok: true as const, value: { ...form.value, rubric: parsed.data } } : form;
}
