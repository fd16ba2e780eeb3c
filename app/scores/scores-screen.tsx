// Interview scores that can be compared: how they are standardised, in words; every applicant's means with spread and count; the
// days; and, for the director, how lenient each interviewer is. Sorting is mine alone.
import { counted } from "../../domain/count-words";
import type { LeniencyLine, ScoresPage } from "../../server/context/scores";
import { EmptyState } from "../ui/notice-panel";
import { DaysPanel } from "./days-panel";
import { FormulaPanel } from "./formula-panel";
import { LeniencyPanel } from "./leniency-panel";
import { ScoresTable } from "./scores-table";

interface ScoresScreenProps {
  page: ScoresPage;
  leniency: LeniencyLine[] | null;
}

export function ScoresScreen({ page, leniency }: ScoresScreenProps) {
  const { lines, scale, raters, days } = page;
  if (scale.count === 0) {
    return (
      <EmptyState title="No scores yet">
        They come with the interviewers’ notes, or with a file of interview scores that is imported.
      </EmptyState>
    );
  }
  return (
    <>
      <p className="tabular text-muted">
        {counted(scale.count, "score")} of {counted(raters.count, "interviewer")}, with those of applicants who have
        withdrawn since. Nothing is ranked by them until a person does.
      </p>
      <FormulaPanel scale={scale} raters={raters} />
      <ScoresTable lines={lines} />
      {days.length > 1 && <DaysPanel days={days} />}
      {leniency && <LeniencyPanel lines={leniency} />}
    </>
  );
}
