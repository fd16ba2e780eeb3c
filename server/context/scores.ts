// What the pages are handed of interview scores. Types only, as in load-context.
import type { ScoreOfApplicant } from "../../domain/agenda";
import type { ApplicantId, MemberId } from "../../domain/ids";
import type { DayFigures, OneRaterDecides } from "../../domain/score-hints";
import type { ApplicantScore, Figures, RaterFigures } from "../../domain/scores";
import type { ProgramAnswer } from "./answers";
import type { MySeason } from "./season-words";

export interface ScoreLine {
  id: ApplicantId;
  name: string;
  /** Null: nobody gave a score. */
  score: ApplicantScore | null;
  decides: OneRaterDecides | null;
}

/** How one interviewer uses the scale. */
export interface LeniencyLine extends RaterFigures {
  name: string;
  /** Their mean less that of the others about the same applicants; null when they met nobody together. */
  overOthers: number | null;
}

export interface ScoresPage {
  season: MySeason;
  lines: ScoreLine[];
  /** All scores together. */
  scale: Figures;
  raters: { count: number; few: number; flat: number };
  days: DayFigures[];
}

export interface ScoresService {
  /** `leniency` is there for the program director alone (SCORE-5). */
  open(
    seasonId: string,
    personId: MemberId,
  ): Promise<ProgramAnswer<{ page: ScoresPage; leniency: LeniencyLine[] | null }>>;
}

/** Beside a meeting's log, for the agenda's suggestions (AGENDA-3). */
export interface AgendaScores {
  scores: (ScoreOfApplicant & { applicantId: ApplicantId })[];
}
