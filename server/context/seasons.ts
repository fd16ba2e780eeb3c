// What the pages are handed of seasons. Types only, as in load-context; each noun of a season has a file of its own here.
import type { ApplicantId, MeetingId, MemberId, ProgramId } from "../../domain/ids";
import type { ProgramAnswer, Typed } from "./answers";
import type { ApplicantFileService } from "./applicant-files";
import type { ImportService } from "./imports";
import type { MySeason } from "./season-words";

export type { MySeason } from "./season-words";

export interface SeasonHome extends MySeason {
  quota: number;
  /** Null until there is a meeting. */
  meetingId: MeetingId | null;
  /** Is the preliminary list frozen, and in the meeting? */
  isFrozen: boolean;
  /** Without those whom the reader is recused from. */
  applicantCount: number;
}

/** Every answer is bounded by who asks: 404 for what is not their program's, 403 for what is not their role's. */
export interface SeasonService {
  /** Of all programs on whose roster the person is, newest match year first. */
  mine(personId: MemberId): Promise<MySeason[]>;
  open(seasonId: string, personId: MemberId): Promise<ProgramAnswer<{ season: SeasonHome }>>;
  /** A season of a track and a match year, with an empty preliminary list. */
  add(programId: ProgramId, personId: MemberId, typed: Typed): Promise<ProgramAnswer<{ seasonId: string }>>;
  /** From then on nothing of the applicant reaches the person (RECUSE-1). */
  declareRecusal(seasonId: string, applicantId: ApplicantId, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
}

/** The part of a loader's context that is about seasons. */
export interface SeasonContext {
  seasons: SeasonService;
  applicantFiles: ApplicantFileService;
  imports: ImportService;
}
