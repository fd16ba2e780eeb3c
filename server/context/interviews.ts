// What the pages are handed of who interviews whom. Types only, as in load-context.
import type { ApplicantId, MemberId } from "../../domain/ids";
import type { Role } from "../../domain/member";
import type { ProgramAnswer } from "./answers";
import type { MySeason } from "./season-words";

export interface InterviewerLine {
  id: MemberId;
  name: string;
  role: Role;
  assigned: number;
  written: number;
}

/** One applicant in the list of one interviewer. */
export interface AssignableApplicant {
  id: ApplicantId;
  name: string;
  school: string | null;
  isAssigned: boolean;
  heldOn: string | null;
  /** Then the interview stays. */
  hasNote: boolean;
  /** Interviewers that they have. */
  interviewers: number;
}

/** Who would get a reminder, and about whom. */
export interface DueReminder {
  id: MemberId;
  name: string;
  /** Held interviews without a written note. */
  applicants: string[];
  wasRemindedToday: boolean;
}

export interface InterviewsPage {
  season: MySeason;
  interviewers: InterviewerLine[];
  chosen: { id: MemberId; name: string; applicants: AssignableApplicant[] } | null;
  /** Applicants nobody interviews. */
  withoutInterviewer: number;
  applicantCount: number;
  /** For whoever may send them; null for others. */
  reminders: { due: DueReminder[]; isMailed: boolean; subject: string; text: string } | null;
}

/** The ticks of one interviewer as they were shown and as they are now. */
export interface TickedApplicants {
  memberId: string;
  shown: readonly string[];
  ticked: readonly string[];
  heldOn: string;
}

export interface InterviewsService {
  open(
    seasonId: string,
    personId: MemberId,
    interviewerId: string | null,
  ): Promise<ProgramAnswer<{ page: InterviewsPage }>>;
  assign(
    seasonId: string,
    personId: MemberId,
    ticks: TickedApplicants,
  ): Promise<ProgramAnswer<{ added: number; removed: number }>>;
  /** Mails everybody who is due and was not reminded today; `failed` are the names whose mail did not leave. */
  remind(seasonId: string, personId: MemberId): Promise<ProgramAnswer<{ sent: number; failed: string[] }>>;
}
