// Open questions and calls with colleagues outside, as they are asked, answered, logged and struck (FILE-3 … FILE-5).
import type { Kysely } from "kysely";
import { z } from "zod";
import { addQuestion, answerQuestion, listQuestionsAbout, strikeQuestion } from "../../db/open-questions";
import { addContact, listContactsAbout, strikeContact } from "../../db/outside-contacts";
import { readMembers } from "../../db/roster";
import type { Database } from "../../db/schema";
import { logOf } from "../../db/seasons";
import type { MemberId } from "../../domain/ids";
import { QUESTION_MAX, suggestedQuestions } from "../../domain/open-questions";
import { idSchema, lineSchema, nameSchema, sentenceSchema } from "../../domain/schemas";
import { mayInSeason } from "../../domain/season-policy";
import type { AuditTrail } from "../audit-trail";
import type { Clock } from "../clock";
import type { ApplicantFileService } from "../context/applicant-files";
import { refuse } from "../programs/access";
import { programDay } from "../programs/program-day";
import { readTyped } from "../programs/typed";
import { accessToFile, type FileAccess } from "./file-access";
import { mayAnswer, maySeeContact, mayStrike } from "./file-words";

type Acts = Pick<ApplicantFileService, "ask" | "answer" | "strikeQuestion" | "logContact" | "strikeContact">;

const sentence = sentenceSchema(QUESTION_MAX);
const askForm = z.object({
  question: sentence,
  ownerId: idSchema,
  fact: z
    .string()
    .max(100)
    .optional()
    .transform((fact) => fact || null),
});
const answerForm = z.object({ id: idSchema, answer: sentence });
const strikeForm = z.object({ id: idSchema, reason: sentence });
const contactForm = z.object({
  colleague: nameSchema(200),
  relation: lineSchema(200),
  heldOn: z.iso.date(),
  isFirstHand: z.literal("yes").optional(),
  sentence,
});
const sentences = {
  question: `Write the question in 1 to ${QUESTION_MAX} characters.`,
  ownerId: "Choose somebody of this program who will find out.",
  answer: `Write the answer in 1 to ${QUESTION_MAX} characters.`,
  reason: `Say why in 1 to ${QUESTION_MAX} characters.`,
  colleague: "Enter who it was.",
  relation: "Say how they know the applicant.",
  heldOn: "Enter the day of the call, not one to come.",
  sentence: `Write what was said in 1 to ${QUESTION_MAX} characters.`,
};

const questionUnknown = refuse(404, "There is no such question about this applicant.");
const contactUnknown = refuse(404, "There is no such call about this applicant.");
const notOpen = refuse(409, "That question is not open any more. Reload the page and look again.");
const struckAlready = refuse(409, "That was struck already.");
const notYours = refuse(403, "Only its author, or a host, can strike it.");

interface QuestionParts {
  db: Kysely<Database>;
  clock: Clock;
  trail: AuditTrail;
}

export function createQuestionActs({ db, clock, trail }: QuestionParts): Acts {
  const record = async (
    action: "contactLogged" | "contactStruck",
    { season, applicant }: Extract<FileAccess, { ok: true }>,
    actorId: MemberId,
  ): Promise<void> => {
    const subject = { meetingId: logOf(season), applicantId: applicant.id };
    await trail.record({ programId: season.programId, actorId, action, subject, detail: {}, outcome: "done" });
  };

  return {
    async ask(seasonId, applicantId, personId, typed) {
      const access = await accessToFile(db, [seasonId, applicantId, personId], "logContact");
      if (!access.ok) return access;
      const { season, applicant } = access;
      const reading = readTyped(askForm, typed, sentences);
      if (!reading.ok) return reading;
      const { question, ownerId, fact } = reading.value;
      const { members } = await readMembers(db, season.programId);
      const owner = members.find(({ id }) => id === ownerId);
      if (!mayInSeason(owner?.role, "readFile")) return refuse(400, sentences.ownerId, "ownerId");
      const isSuggested = suggestedQuestions(applicant, season.matchYear).some((one) => one.fact === fact);
      const isNew = await addQuestion(db, {
        seasonId,
        applicantId,
        question,
        fact: isSuggested ? fact : null,
        ownerId,
        askedBy: personId,
        at: clock(),
      });
      return isNew ? { ok: true } : refuse(409, "That was asked already. Reload the page and look again.");
    },

    async answer(seasonId, applicantId, personId, typed) {
      const access = await accessToFile(db, [seasonId, applicantId, personId], "logContact");
      if (!access.ok) return access;
      const reading = readTyped(answerForm, typed, sentences);
      if (!reading.ok) return reading;
      const { id, answer } = reading.value;
      const row = (await listQuestionsAbout(db, seasonId, applicantId)).find((question) => question.id === id);
      if (!row) return questionUnknown;
      if (!mayAnswer(row, { personId, role: access.role })) {
        return refuse(403, "Its owner answers it, or whoever prepares the season.");
      }
      const isDone = await answerQuestion(db, { id, seasonId, answer, by: personId, at: clock() });
      return isDone ? { ok: true } : notOpen;
    },

    async strikeQuestion(seasonId, applicantId, personId, typed) {
      const access = await accessToFile(db, [seasonId, applicantId, personId], "logContact");
      if (!access.ok) return access;
      const reading = readTyped(strikeForm, typed, sentences);
      if (!reading.ok) return reading;
      const { id, reason } = reading.value;
      const row = (await listQuestionsAbout(db, seasonId, applicantId)).find((question) => question.id === id);
      if (!row) return questionUnknown;
      if (!mayStrike(row.askedById, { personId, role: access.role })) return notYours;
      const isDone = await strikeQuestion(db, { id, seasonId, reason, by: personId, at: clock() });
      return isDone ? { ok: true } : struckAlready;
    },

    async logContact(seasonId, applicantId, personId, typed) {
      const access = await accessToFile(db, [seasonId, applicantId, personId], "logContact");
      if (!access.ok) return access;
      const reading = readTyped(contactForm, typed, sentences);
      if (!reading.ok) return reading;
      const { isFirstHand, ...said } = reading.value;
      const at = clock();
      if (said.heldOn > (await programDay(db, access.season.programId, at)))
        return refuse(400, sentences.heldOn, "heldOn");
      const provenance = isFirstHand ? "firstHand" : "secondHand";
      await addContact(db, { ...said, provenance, seasonId, applicantId, loggedBy: personId, at });
      await record("contactLogged", access, personId);
      return { ok: true };
    },

    async strikeContact(seasonId, applicantId, personId, typed) {
      const access = await accessToFile(db, [seasonId, applicantId, personId], "logContact");
      if (!access.ok) return access;
      const reading = readTyped(strikeForm, typed, sentences);
      if (!reading.ok) return reading;
      const { id, reason } = reading.value;
      const reader = { personId, role: access.role };
      const contacts = await listContactsAbout(db, seasonId, applicantId);
      const row = contacts.find((contact) => contact.id === id && maySeeContact(contact, reader, access.season));
      if (!row) return contactUnknown;
      if (!mayStrike(row.loggedById, reader)) return notYours;
      if (!(await strikeContact(db, { id, seasonId, reason, by: personId, at: clock() }))) return struckAlready;
      await record("contactStruck", access, personId);
      return { ok: true };
    },
  };
}
