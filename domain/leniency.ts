// How lenient interviewers are (SCORE-5): each one's scores against what others gave the same applicants. Who met strong
// applicants gives high scores without being lenient, so a plain mean would not do.
import type { MemberId } from "./ids";
import { figuresOf, type GivenScore, groupBy } from "./scores";

/** Mean of their score less the others' mean, over the applicants that somebody else met too; left out without any. */
export function scoresOverOthers(given: readonly GivenScore[]): ReadonlyMap<MemberId, number> {
  const differences = [...groupBy(given, ({ applicantId }) => applicantId).values()].flatMap((scores) =>
    scores.flatMap(({ raterId, score }) => {
      const others = scores.flatMap((other) => (other.raterId === raterId ? [] : [other.score]));
      return others.length === 0 ? [] : [{ raterId, over: score - figuresOf(others).mean }];
    }),
  );
  const byRater = groupBy(differences, ({ raterId }) => raterId);
  return new Map([...byRater].map(([raterId, all]) => [raterId, figuresOf(all.map(({ over }) => over)).mean]));
}
