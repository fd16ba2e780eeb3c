// A season's applicants and each one's file, as pages read them and those who prepare change them. A change is a command to the
// season's log; what stands beside the facts has tables of its own (question-acts.ts).
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { listOpenQuestions, listQuestionsAbout, listQuestionsOf } from "../../db/open-questions";
import { listContactsAbout } from "../../db/outside-contacts";
import { readMembers } from "../../db/roster";
import type { Database } from "../../db/schema";
import { listApplicantsOf } from "../../db/season-applicants";
import { logOf, readWithheld } from "../../db/seasons";
import type { Applicant } from "../../domain/applicant";
import type { ApplicantId, MemberId } from "../../domain/ids";
import type { MeetingState } from "../../domain/meeting";
import { suggestedQuestions } from "../../domain/open-questions";
import { mayAsk, maySee } from "../../domain/policy";
import { factsFor, redactState, viewOf } from "../../domain/redact";
import { mayInSeason } from "../../domain/season-policy";
import type { AuditTrail } from "../audit-trail";
import type { Clock } from "../clock";
import type { ApplicantFile, ApplicantFileService, ApplicantLine, MyQuestion } from "../context/applicant-files";
import type { Dispatcher } from "../dispatch";
import type { LiveMeetings } from "../live-meetings";
import { interviewView } from "../notes/interview-view";
import { meetingInterview } from "../notes/meeting-interview";
import { refuse } from "../programs/access";
import { createReadings } from "../readings";
import { accessToSeason, applicantUnknown } from "../seasons/access";
import { wordsOf } from "../seasons/season-words";
import { accessToFile, type FileAccess } from "./file-access";
import { fileParts, readPart } from "./file-parts";
import { contactLine, maySeeContact, questionLine, seesAllContacts } from "./file-words";
import { createQuestionActs } from "./question-acts";

export interface ApplicantFileParts {
  db: Kysely<Database>;
  clock: Clock;
  live: LiveMeetings;
  dispatch: Dispatcher["dispatch"];
  trail: AuditTrail;
}

export function createApplicantFileService(parts: ApplicantFileParts): ApplicantFileService {
  const { db, live, dispatch, trail } = parts;
  const readings = createReadings({ db, trail });

  /** What was said in the log, and by the interviewers, as far as the person may see it. */
  async function voicesFor({ season, role, withheld, applicant }: FileOpened, personId: MemberId): Promise<Voices> {
    const state = await live.fresh(db, logOf(season));
    const view = state && viewOf(state, personId);
    const about = { applicantId: applicant.id, personId };
    const interviews = state && view ? await meetingInterview({ db, trail }, { state, view, ...about }) : null;
    // Means without who gave what, where the notes themselves are not theirs to read.
    const isScoreTheirs = interviews === null && mayInSeason(role, "readScores");
    const score = isScoreTheirs ? (await interviewView(db, season, applicant.id, withheld)).score : null;
    return {
      isOpen: state?.phase === "open",
      marks: state && view && season.isFrozen ? marksOf(redactState(state, view, personId), applicant.id) : null,
      interviews,
      score,
    };
  }

  return {
    ...createQuestionActs(parts),

    async myQuestions(personId) {
      const mine: MyQuestion[] = [];
      for (const question of await listQuestionsOf(db, personId)) {
        // Whoever has left the program, or is recused since, is told of none.
        const access = await accessToFile(db, [question.seasonId, question.applicantId, personId], "readFile");
        if (access.ok) mine.push({ ...question, applicant: access.applicant.name });
      }
      return mine;
    },

    async list(seasonId, personId) {
      const access = await accessToSeason(db, seasonId, personId, "readFile");
      if (!access.ok) return access;
      const { season, role } = access;
      const applicants = await listApplicantsOf(db, season, await readWithheld(db, season, personId));
      const asked = new Map<string, number>();
      for (const id of await listOpenQuestions(db, seasonId)) asked.set(id, (asked.get(id) ?? 0) + 1);
      const lines = applicants.map((applicant) => lineOf(applicant, asked.get(applicant.id) ?? 0));
      return { ok: true, season: wordsOf(season, role), applicants: lines };
    },

    async open(seasonId, applicantId, personId) {
      const access = await accessToFile(db, [seasonId, applicantId, personId], "readFile");
      if (!access.ok) return access;
      const { season, role, withheld, applicant } = access;
      const seesVisa = maySee(role, "visa");
      const reader = { personId, role };
      await readings.applicant(logOf(season), applicantId, personId);
      const [questions, contacts, { isOpen, ...voices }, { members }] = await Promise.all([
        listQuestionsAbout(db, seasonId, applicantId),
        listContactsAbout(db, seasonId, applicantId),
        voicesFor(access, personId),
        readMembers(db, season.programId),
      ]);
      const asked = new Set(questions.map(({ fact }) => fact));
      const file: ApplicantFile = {
        season: wordsOf(season, role),
        applicant: factsFor({ seesVisa, withheld: [...withheld] }, applicant),
        seesVisa,
        mayChange: mayAsk(role, "changeApplicantFile") && isOpen,
        questions: questions.map((row) => questionLine(row, reader)),
        suggested: suggestedQuestions(applicant, season.matchYear).filter(({ fact }) => !asked.has(fact)),
        owners: members
          .filter((member) => mayInSeason(member.role, "readFile"))
          .map(({ id, name }) => ({ id, name }))
          .sort((one, other) => one.name.localeCompare(other.name, "en")),
        contacts: contacts.flatMap((row) => (maySeeContact(row, reader, season) ? [contactLine(row, reader)] : [])),
        hasAllContacts: seesAllContacts(reader, season),
        ...voices,
      };
      return { ok: true, file };
    },

    async change(seasonId, applicantId, personId, typed) {
      const access = await accessToFile(db, [seasonId, applicantId, personId], "changeFile");
      if (!access.ok) return access;
      const part = fileParts.find((name) => name === typed.part);
      if (!part) return refuse(400, "That form was not understood. Reload the page and try again.");
      const reading = readPart(part, typed);
      if (!reading.ok) return reading;
      const meetingId = logOf(access.season);
      const answer = await dispatch({
        meetingId,
        commandId: randomUUID(),
        command: { type: "changeApplicantFile", applicantId, ...reading.value },
        actor: { kind: "member", memberId: personId },
      });
      if (!answer.ok) return answer.code === "applicantUnknown" ? applicantUnknown : refuse(409, answer.message);
      await trail.record({
        programId: access.season.programId,
        actorId: personId,
        action: "applicantFileChanged",
        subject: { meetingId, applicantId },
        detail: { part },
        outcome: "done",
      });
      return { ok: true };
    },
  };
}

type FileOpened = Extract<FileAccess, { ok: true }>;
type Voices = Pick<ApplicantFile, "marks" | "interviews" | "score"> & { isOpen: boolean };

function marksOf(seen: MeetingState, applicantId: ApplicantId): ApplicantFile["marks"] {
  const { id: meetingId, endorsements, flags, members, formerMembers } = seen;
  const about = <Mark extends { applicantId: ApplicantId }>(marks: Readonly<Record<string, Mark>>): Mark[] =>
    Object.values(marks).filter((mark) => mark.applicantId === applicantId);
  return { meetingId, endorsements: about(endorsements), flags: about(flags), signers: { members, formerMembers } };
}

function lineOf(applicant: Applicant, openQuestions: number): ApplicantLine {
  const { id, name, withdrawn, aamcId, schoolType, signal, usClinicalMonths, interviewDate, step2 } = applicant;
  const facts = { id, name, withdrawn, aamcId, schoolType, signal, usClinicalMonths, interviewDate };
  return { ...facts, step2: step2?.at(-1), openQuestions };
}
