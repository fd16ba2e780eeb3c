// What the pages are handed of a season's applicants and their files. Types only, as in load-context.
import type { Applicant, HandFacts } from "../../domain/applicant";
import type { ApplicantId, MeetingId, MemberId } from "../../domain/ids";
import type { Endorsement, Flag, Provenance } from "../../domain/marks";
import type { Signers } from "../../domain/meeting";
import type { SuggestedQuestion } from "../../domain/open-questions";
import type { ProgramAnswer, Typed } from "./answers";
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
  /** Null before there is a meeting that the reader is a member of. */
  marks: (FileMarks & { meetingId: MeetingId }) | null;
}

export type FilePart = keyof HandFacts;

/** Every answer is bounded by the season, the role and the recusals of who asks; somebody withheld is answered as nobody. */
export interface ApplicantFileService {
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
