// How scores are standardised, in words, with an example on this season's own scale and an interviewer who does not exist; and
// what is done about interviewers whose scores say little.
import { MIN_SCORES } from "../../domain/scores";
import type { ScoresPage } from "../../server/context/scores";
import { Panel } from "../ui/panel";
import { figureWords, interviewerCount } from "./figure-words";

export function FormulaPanel({ scale, raters }: Pick<ScoresPage, "scale" | "raters">) {
  // Kinder than most, and closer together.
  const own = { mean: scale.mean + scale.spread, spread: scale.spread / 2 };
  return (
    <Panel title="How scores are made comparable">
      <p className="max-w-[70ch]">
        Some give everybody a little more, some a little less. So a score counts as its distance from its interviewer’s
        own mean, measured in that interviewer’s own spread (their standard deviation). That distance is then put on the
        scale of all scores together, whose mean is <b className="tabular">{figureWords(scale.mean)}</b> and whose
        spread is <b className="tabular">{figureWords(scale.spread)}</b>.
      </p>
      <p className="tabular max-w-[70ch] text-muted">
        Standardised = mean of all + spread of all × (score − interviewer’s mean) ÷ interviewer’s spread.
        <br />
        For example: an interviewer whose mean is {figureWords(own.mean)} and whose spread is {figureWords(own.spread)}{" "}
        gives {figureWords(own.mean + own.spread)}. That is one spread above their mean, and so counts as{" "}
        {figureWords(scale.mean + scale.spread)}.
      </p>
      {raters.few > 0 && (
        <p className="max-w-[70ch]">
          {interviewerCount(raters.few)} gave under {MIN_SCORES} scores, too few to know how they use the scale: they
          are put together as if they were one interviewer.
        </p>
      )}
      {raters.flat > 0 && (
        <p className="max-w-[70ch]">
          {interviewerCount(raters.flat)} always gave the same score. That tells nobody apart, so each of those counts
          as the mean of all.
        </p>
      )}
    </Panel>
  );
}
