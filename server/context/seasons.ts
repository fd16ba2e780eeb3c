// What the pages are handed of seasons. Types only, as in load-context; each noun of a season has a file of its own here.
import type { ApplicantId, MeetingId, MemberId, ProgramId } from "../../domain/ids";
import type { SeasonStep } from "../../domain/season-steps";
import type { ProgramAnswer, Typed } from "./answers";
import type { ApplicantFileService } from "./applicant-files";
import type { EquityService } from "./equity";
import type { FunnelService } from "./funnels";
import type { HistoryService } from "./history";
import type { ImportService } from "./imports";
import type { InterviewsService } from "./interviews";
import type { NotesService } from "./notes";
import type { PreliminaryService } from "./preliminary";
import type { RehearsalService } from "./rehearsals";
import type { RubricService } from "./rubrics";
import type { ScoresService } from "./scores";
import type { MySeason } from "./season-words";
import type { VoiceService } from "./voices";

export type { MySeason } from "./season-words";

export interface SeasonHome extends MySeason {
  quota: number;
  /** Null until there is a meeting. */
  meetingId: MeetingId | null;
  /** Is the preliminary list frozen, and in the meeting? */
  isFrozen: boolean;
  /** Without the withdrawn, and those whom the reader is recused from. */
  applicantCount: number;
  steps: SeasonStep[];
  /** The one to do now; null when all is done, or purged. */
  next: SeasonStep | null;
  isPurged: boolean;
  /** The log that a rehearsal would be a copy of; null for who may not rehearse. */
  rehearsalOf: MeetingId | null;
}

/** A season on the home page of whoever prepares it. */
export interface SeasonCard extends MySeason {
  /** Null when all is done, and for years that another one has followed. */
  next: SeasonStep | null;
  isLocked: boolean;
}

/** Where a conflict of interest is declared. */
export interface RecusalPage {
  season: MySeason;
  /** By name; without those who are withheld already. */
  applicants: { id: ApplicantId; name: string }[];
  withheldCount: number;
  /** Takes files that name everybody. */
  takesFiles: boolean;
}

/** Every answer is bounded by who asks: 404 for what is not their program's, 403 for what is not their role's. */
export interface SeasonService {
  /** Of all programs on whose roster the person is, newest match year first. */
  mine(personId: MemberId): Promise<MySeason[]>;
  /** Those of mine that I prepare, each with what is to be done next. */
  cards(personId: MemberId): Promise<SeasonCard[]>;
  /** Of each track the newest, for whoever reads its files. */
  newest(personId: MemberId): Promise<MySeason[]>;
  open(seasonId: string, personId: MemberId): Promise<ProgramAnswer<{ season: SeasonHome }>>;
  /** A season of a track and a match year, with an empty preliminary list. */
  add(programId: ProgramId, personId: MemberId, typed: Typed): Promise<ProgramAnswer<{ seasonId: string }>>;
  recusalPage(seasonId: string, personId: MemberId): Promise<ProgramAnswer<{ page: RecusalPage }>>;
  /** From then on nothing of the applicant reaches the person (RECUSE-1): in the season, its draft and its meeting. */
  declareRecusal(seasonId: string, applicantId: ApplicantId, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
}

/** The part of a loader's context that is about seasons. */
export interface SeasonContext {
  seasons: SeasonService;
  preliminary: PreliminaryService;
  voices: VoiceService;
  funnels: FunnelService;
  equity: EquityService;
  applicantFiles: ApplicantFileService;
  rubrics: RubricService;
  notes: NotesService;
  interviews: InterviewsService;
  scores: ScoresService;
  imports: ImportService;
  rehearsals: RehearsalService;
  history: HistoryService;
}
