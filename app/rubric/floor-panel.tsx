// The exam floor, who is under it in counts, and the warning that belongs to floors by applicant type.
import { type Floors, floorImpact } from "../../domain/exam-floor";
import type { Rubric } from "../../domain/rubric";
import { floorWords } from "../../domain/rubric-words";
import type { RubricApplicant } from "../../server/context/rubrics";
import { Panel } from "../ui/panel";
import { Cell, ColumnHeading, Table } from "../ui/table";

export const typeFloorWarning =
  "Floors by applicant type hold some people to another score for where they studied. That can amount to unequal treatment; look at the counts by group, and ask your institution's counsel first.";

export const FloorPanel = ({ rubric, applicants }: { rubric: Rubric; applicants: readonly RubricApplicant[] }) => (
  <Panel title="Exam floor">
    <p>
      {floorWords(rubric.floor)},{" "}
      {rubric.floorsByType ? "for types without one of their own." : "the same for everybody."}
    </p>
    {rubric.floorsByType && (
      <>
        <ul>
          {Object.entries(rubric.floorsByType).map(([type, floor]) => (
            <li key={type}>
              {type}: {floorWords(floor)}
            </li>
          ))}
        </ul>
        <p className="max-w-[70ch] text-flag">{typeFloorWarning}</p>
      </>
    )}
    <p className="max-w-[70ch] text-muted">
      To be under it is a fact beside the name: nobody is removed or moved by it. An exception has a reason and a
      signature.
    </p>
    <ImpactTable now={rubric} applicants={applicants} />
  </Panel>
);

interface ImpactTableProps {
  now: Floors;
  /** What is being tried. */
  then?: Floors;
  applicants: readonly RubricApplicant[];
}

export const ImpactTable = ({ now, then, applicants }: ImpactTableProps) => {
  const facts = applicants.map((applicant) => applicant.facts);
  const after = then && floorImpact(then, facts);
  return (
    <Table caption="Who is under the floor, by group; counts of one to four are not shown" isCaptionHidden={!then}>
      <thead>
        <tr>
          <ColumnHeading>Group</ColumnHeading>
          <ColumnHeading className="text-right">Applicants</ColumnHeading>
          <ColumnHeading className="text-right">Under the floor</ColumnHeading>
          {after && <ColumnHeading className="text-right">With this change</ColumnHeading>}
        </tr>
      </thead>
      <tbody>
        {floorImpact(now, facts).map(({ type, people, under }, index) => (
          <tr key={type}>
            <Cell>{type === "unknown" ? "Type not on file" : type}</Cell>
            <Cell isNumber>{countWords(people)}</Cell>
            <Cell isNumber>{countWords(under)}</Cell>
            {after && <Cell isNumber>{countWords(after[index]?.under ?? null)}</Cell>}
          </tr>
        ))}
      </tbody>
    </Table>
  );
};

const countWords = (count: number | null): string => (count === null ? "under 5" : String(count));
