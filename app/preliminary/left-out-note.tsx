// Whom a suggestion leaves out, before it is taken: a warning a group, with the names of those who stand there now, and the counts of
// all groups behind it (RUBRIC-8).
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { counted } from "../../domain/count-words";
import type { ApplicantId } from "../../domain/ids";
import { type Chosen, type GroupShare, type LeftOut, leftOut, leftOutWords } from "../../domain/left-out";
import { Cell, ColumnHeading, Table } from "../ui/table";

interface LeftOutNoteProps {
  groups: readonly GroupShare[];
  nameOf: (id: ApplicantId) => string;
}

export function LeftOutNote({ groups, nameOf }: LeftOutNoteProps) {
  if (groups.length === 0) return null;
  const found = leftOut(groups);
  return (
    <section aria-label="Whom it leaves out" className="flex flex-col gap-2">
      {found.map((each) => (
        <Warning key={`${each.chosen} ${each.share.group}`} found={each} nameOf={nameOf} />
      ))}
      <details>
        <summary className="min-h-9 cursor-pointer pointer-coarse:min-h-11">Protected and ranked, by group</summary>
        <Table caption="How many of each group are protected and ranked, now and then" isCaptionHidden>
          <thead>
            <tr>
              <ColumnHeading>Group</ColumnHeading>
              <ColumnHeading className="text-right">Protected</ColumnHeading>
              <ColumnHeading className="text-right">Ranked</ColumnHeading>
            </tr>
          </thead>
          <tbody>
            {groups.map((share) => (
              <tr key={share.group}>
                <Cell>
                  {share.people} {share.group}
                </Cell>
                <Cell isNumber>{changeWords(share, "protected")}</Cell>
                <Cell isNumber>{changeWords(share, "ranked")}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </section>
  );
}

function Warning({ found, nameOf }: { found: LeftOut; nameOf: LeftOutNoteProps["nameOf"] }) {
  const losing = found.share.losing[found.chosen];
  return (
    <div>
      <p className="font-bold text-flag">
        <TriangleAlert size={16} className="mr-1 inline" aria-hidden />
        {leftOutWords(found)}
      </p>
      {losing.length > 0 && (
        <details>
          <summary className="min-h-9 cursor-pointer pointer-coarse:min-h-11">
            {counted(losing.length, "who is", "who are")} {found.chosen} now and would not be
          </summary>
          <ul className="max-h-40 overflow-y-auto pl-4">
            {losing.map((id) => (
              <li key={id}>{nameOf(id)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const changeWords = ({ before, after }: GroupShare, chosen: Chosen): string =>
  before[chosen] === after[chosen] ? String(after[chosen]) : `${before[chosen]} → ${after[chosen]}`;
