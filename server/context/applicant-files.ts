// What the pages are handed of a season's applicants and their files. Types only, as in load-context.
import type { Applicant, HandFacts } from "../../domain/applicant";
import type { ApplicantId, MeetingId, MemberId } from "../../domain/ids";
import type { Endorsement, Flag, Provenance } from "../../domain/marks";
import type { Signers } from "../../domain/meeting";
import type { SuggestedQuestion } from "../../domain/open-questions";
import type { ApplicantScore } from "../../domain/scores";
import type { ProgramAnswer, Typed } from "./answers";
import type { InterviewView } from "./notes";
import type { MySeason } from "./season-words";

export interface ApplicantLine
  extends Pick<
    Applicant,
    "id" | "name" | "withdrawn" | "aamcId" | "schoolType" | "signal" | "usClinicalMonths" | "interviewDate"
  > {
  /** The last attempt. */
  step2?: number | undefined;
  openQuestions: number;
}

/** Taken back with a reason; it stays. */
export interface StruckWords {
  /** ISO. */
  at: string;
  by: string;
  reason: string;
}

export interface QuestionLine {
  id: string;
  question: string;
  owner: string;
  isMine: boolean;
  askedBy: string;
  askedAt: string;
  answer: { sentence: string; by: string; at: string } | null;
  struck: StruckWords | null;
  mayAnswer: boolean;
  mayStrike: boolean;
}

export interface ContactLine {
  id: string;
  colleague: string;
  relation: string;
  /** ISO date. */
  heldOn: string;
  provenance: Exclude<Provenance, "document">;
  sentence: string;
  loggedBy: string;
  loggedAt: string;
  struck: StruckWords | null;
  mayStrike: boolean;
}

/** What was said in the meeting, as far as the reader may see it, and who signed. */
export interface FileMarks {
  endorsements: Endorsement[];
  flags: Flag[];
  signers: Signers;
}

export interface ApplicantFile {
  season: MySeason;
  /** Without what the reader may not see (SEE-2). */
  applicant: Applicant;
  seesVisa: boolean;
  /** Nothing in the file can be changed while the list is locked. */
  mayChange: boolean;
  questions: QuestionLine[];
  suggested: SuggestedQuestion[];
  /** Who can be asked to find out. */
  owners: { id: MemberId; name: string }[];
  contacts: ContactLine[];
  /** False: those of others are not told before the freeze (FILE-4). */
  hasAllContacts: boolean;
  /** Null before there is a meeting that the reader is a member of. */
  marks: (FileMarks & { meetingId: MeetingId }) | null;
  /** Null where the notes are not the reader's to read (NOTE-4). */
  interviews: InterviewView | null;
  /** For whoever reads means without the notes; null for others, and where nobody gave a score. */
  score: ApplicantScore | null;
}

/** What a meeting's drawer shows beside the facts. */
export interface FileBeside extends Pick<ApplicantFile, "questions" | "contacts"> {
  /** Where the whole file is; null for a session that is limited to the meeting. */
  file: string | null;
}

/** An open question that I find out, as the home page tells it. */
export interface MyQuestion {
  id: string;
  question: string;
  seasonId: string;
  applicantId: ApplicantId;
  applicant: string;
}

export type FilePart = keyof HandFacts;

/** Every answer is bounded by the season, the role and the recusals of who asks; somebody withheld is answered as nobody. */
export interface ApplicantFileService {
  /** Still open, oldest first; in every season of mine. */
  myQuestions(personId: MemberId): Promise<MyQuestion[]>;
  /** By name. */
  list(seasonId: string, personId: MemberId): Promise<ProgramAnswer<{ season: MySeason; applicants: ApplicantLine[] }>>;
  /** On record as a reading (AUDIT-3). */
  open(seasonId: string, applicantId: ApplicantId, personId: MemberId): Promise<ProgramAnswer<{ file: ApplicantFile }>>;
  /** One part of the file; `was` is that part as the page showed it. */
  change(seasonId: string, applicantId: ApplicantId, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  ask(seasonId: string, applicantId: ApplicantId, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  answer(seasonId: string, applicantId: ApplicantId, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  strikeQuestion(seasonId: string, applicantId: ApplicantId, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  logContact(seasonId: string, applicantId: ApplicantId, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  strikeContact(seasonId: string, applicantId: ApplicantId, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
}
