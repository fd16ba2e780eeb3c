// Scores that can be compared (SCORE-1 to SCORE-3): interviewers use the same scale differently, so each one's scores are taken
// as distances from their own mean, in their own standard deviations, and brought back to the scale of all scores together.
// Standard deviations divide by n - 1.
import type { ApplicantId, MemberId } from "./ids";

/** Under so many scores nothing can be said of how somebody uses the scale. */
export const MIN_SCORES = 3;

/** One score of one interviewer. Of two by the same interviewer the later counts. */
export interface GivenScore {
  applicantId: ApplicantId;
  raterId: MemberId;
  /** On the program's own scale. */
  score: number;
  /** The day of the interview, ISO. */
  heldOn?: string;
}

export interface ComparedScore extends GivenScore {
  /** From the interviewer's own mean, in their own standard deviations. */
  deviation: number;
  /** Back on the scale. */
  standardised: number;
}

/** What the interviewers of one applicant gave. */
export interface ApplicantScore {
  /** Mean of the scores as given. */
  raw: number;
  /** Mean of the standardised scores, on the same scale. */
  standardised: number;
  /** Standard deviation of the scores as given; 0 for a single one. */
  spread: number;
  /** Standard deviation of the standardised scores; 0 for a single one. */
  standardisedSpread: number;
  /** Interviewers. */
  count: number;
}

/** `few`: under three scores, compared with all others who gave so few. `flat`: the same score every time, which tells nothing. */
export type RaterKind = "own" | "few" | "flat";

export interface RaterFigures {
  raterId: MemberId;
  mean: number;
  spread: number;
  count: number;
  kind: RaterKind;
}

/** A number of a usual size: whatever cannot be calculated with is left out. */
const isUsable = ({ score }: GivenScore): boolean => Math.abs(score) <= 1e9;

/** Of two scores that somebody gave the same applicant, the later. */
function usable(given: readonly GivenScore[]): GivenScore[] {
  const byPair = new Map<string, GivenScore>();
  for (const score of given) if (isUsable(score)) byPair.set(`${score.raterId} ${score.applicantId}`, score);
  return [...byPair.values()];
}

export interface Figures {
  mean: number;
  spread: number;
  count: number;
}

/** Mean and standard deviation; spread 0 for less than two, and exactly 0 where all are the same. */
export function figuresOf(values: readonly number[]): Figures {
  const [first = 0] = values;
  const count = values.length;
  if (values.every((value) => value === first)) return { mean: first, spread: 0, count };
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, spread: Math.sqrt(squares / (count - 1)), count };
}

export function groupBy<Value, Key>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** How each interviewer uses the scale, in the order in which they first appear. */
export function raterFigures(given: readonly GivenScore[]): RaterFigures[] {
  return [...groupBy(usable(given), ({ raterId }) => raterId)].map(([raterId, scores]) => {
    const figures = figuresOf(scores.map(({ score }) => score));
    const kind = figures.count < MIN_SCORES ? "few" : figures.spread === 0 ? "flat" : "own";
    return { raterId, ...figures, kind };
  });
}

/**
 * Every usable score with its standardised one. Whoever adds a number to all of theirs, or stretches them, changes nobody's
 * deviation (SCORE-1). Those with too few scores are put together as if they were one interviewer (SCORE-2).
 */
export function compareScores(given: readonly GivenScore[]): ComparedScore[] {
  const scores = usable(given);
  const scale = figuresOf(scores.map(({ score }) => score));
  const raters = new Map(raterFigures(scores).map((figures) => [figures.raterId, figures]));
  const few = figuresOf(scores.flatMap(({ raterId, score }) => (raters.get(raterId)?.kind === "few" ? [score] : [])));
  return scores.map((given) => {
    const own = raters.get(given.raterId);
    const { mean, spread } = own && own.kind !== "few" ? own : few;
    const deviation = spread > 0 ? (given.score - mean) / spread : 0;
    return { ...given, deviation, standardised: scale.mean + deviation * scale.spread };
  });
}

/** Total: whatever is given, each applicant with a usable score has figures that are numbers. */
export function applicantScores(given: readonly GivenScore[]): ReadonlyMap<ApplicantId, ApplicantScore> {
  return scoresOf(compareScores(given));
}

/** The same of scores that are compared already. */
export function scoresOf(compared: readonly ComparedScore[]): ReadonlyMap<ApplicantId, ApplicantScore> {
  const groups = groupBy(compared, ({ applicantId }) => applicantId);
  return new Map(
    [...groups].map(([applicantId, scores]) => {
      const raw = figuresOf(scores.map(({ score }) => score));
      const standardised = figuresOf(scores.map((score) => score.standardised));
      return [
        applicantId,
        {
          raw: raw.mean,
          standardised: standardised.mean,
          spread: raw.spread,
          standardisedSpread: standardised.spread,
          count: raw.count,
        },
      ];
    }),
  );
}
