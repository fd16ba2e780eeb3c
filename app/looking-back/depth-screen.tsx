// How far down the list the program may go: what its own past says, year by year, and what that makes likely for this list. Chances,
// never a promise, and nothing is ordered by them (DEPTH-1 to DEPTH-4).
import { counted } from "../../domain/count-words";
import { LEAST_CYCLES } from "../../domain/depth";
import { chanceSentences, finishWords } from "../../domain/depth-words";
import type { DepthView, PastPage } from "../../server/context/looking-back";
import type { SignedInPerson } from "../../server/load-context";
import { EmptyState } from "../ui/notice-panel";
import { Panel } from "../ui/panel";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { LookingBackPage } from "./looking-back-page";

interface DepthScreenProps {
  person: SignedInPerson;
  page: PastPage & DepthView;
}

export function DepthScreen({ person, page }: DepthScreenProps) {
  const { quota, ranked, finish, depth, years } = page;
  return (
    <LookingBackPage title="How deep the list goes" part="depth" person={person} page={page}>
      {!depth && (
        <EmptyState title="Too little past to say">
          Nothing is predicted with under {LEAST_CYCLES} past rank lists with their outcomes;{" "}
          {years.length === 0 ? "none is" : `${counted(years.length, "is", "are")}`} here. They are imported on the
          season's page, as “Past rank lists”.
        </EmptyState>
      )}
      {depth && (
        <Panel title={`${counted(quota, "place")}, ${ranked} ranked`}>
          <p>
            {finish
              ? `${finishWords(quota, finish)}.`
              : `Fewer than ${LEAST_CYCLES} past years filled ${counted(quota, "place")}, so where that usually happens is not known.`}
          </p>
          <ul className="list-disc pl-5">
            {chanceSentences(page).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            <li>A place stays open after the whole list: {percent(depth.unfilled)}.</li>
          </ul>
          <p className="max-w-[70ch] text-muted">
            Worked out from how many of each rank came in {counted(years.length, "past year")} of its own, as the mean
            over many years that could follow: so few years leave open how likely each rank is, and years differ. In
            made-up programs whose years differ like that a line holds about as often as it says, or a little oftener.
            Who is on the list this year is not known to it. Nothing is ordered by it, and it is not to be told to
            applicants.
          </p>
        </Panel>
      )}
      {years.length > 0 && (
        <Table caption="Past years of this track">
          <thead>
            <tr>
              <ColumnHeading>Match year</ColumnHeading>
              <ColumnHeading className="text-right">Places</ColumnHeading>
              <ColumnHeading className="text-right">Filled</ColumnHeading>
              <ColumnHeading className="text-right">Last filled at rank</ColumnHeading>
              <ColumnHeading className="text-right">Ranked</ColumnHeading>
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr key={year.year}>
                <Cell>{year.year}</Cell>
                <Cell isNumber>{year.quota}</Cell>
                <Cell isNumber>{year.filled}</Cell>
                <Cell isNumber>{year.lastFill ?? "–"}</Cell>
                <Cell isNumber>{year.listed}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </LookingBackPage>
  );
}

const percent = (chance: number): string => {
  if (chance < 0.005) return "under 1%";
  return chance > 0.995 ? "over 99%" : `${Math.round(chance * 100)}%`;
};
