// One table a question: groups in rows; on file, interviewed, ranked, protected, red, flagged, and the median move. A column in which
// nothing can be told is left out.

import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { ReactNode } from "react";
import { type EquityRow, type EquityTable, equityDimensionWords, type SelectionShare } from "../../domain/equity";
import type { ShownCount } from "../../domain/small-cells";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { moveWords, ratioWords, shareWords } from "./equity-words";

interface Column {
  words: string;
  isTold(row: EquityRow): boolean;
  show(row: EquityRow): ReactNode;
}

const columns: readonly Column[] = [
  selection("Interviewed or placed", ({ shares }) => shares.interviewed),
  selection("Ranked", ({ shares }) => shares.ranked),
  selection("Protected zone", ({ shares }) => shares.protected),
  counted("Red zone", ({ red }) => red),
  counted("With a verified flag", ({ flagged }) => flagged),
  {
    words: "Median move",
    isTold: ({ move }) => move !== null,
    show: ({ move }) => (move === null ? <NotShown /> : moveWords(move)),
  },
];

export const EquityTables = ({ tables }: { tables: readonly EquityTable[] }) => (
  <>
    {tables.map((table) => (
      <GroupTable key={table.dimension} table={table} />
    ))}
  </>
);

function GroupTable({ table: { dimension, rows } }: { table: EquityTable }) {
  const told = columns.filter(({ isTold }) => rows.some(isTold));
  const groups = rows.filter(({ kind }) => kind !== "everybody");
  return (
    <>
      <Table caption={equityDimensionWords[dimension]}>
        <thead>
          <tr>
            <ColumnHeading>Group</ColumnHeading>
            <ColumnHeading className="text-right">On file</ColumnHeading>
            {told.map(({ words }) => (
              <ColumnHeading key={words} className="text-right">
                {words}
              </ColumnHeading>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={`${row.kind} ${row.name}`}
              className={row.kind === "everybody" ? "align-top text-muted" : "align-top"}
            >
              <th scope="row" className="border-b border-hairline px-3 py-2 font-bold">
                {row.name}
              </th>
              <Cell isNumber>{row.people}</Cell>
              {told.map(({ words, show }) => (
                <Cell key={words} isNumber>
                  {show(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      {(groups.length < 2 || told.length === 0) && (
        <p className="-mt-2 text-muted">
          {groups.length < 2
            ? "There are no two groups to compare."
            : "Too few to tell the groups apart in anything yet."}
        </p>
      )}
    </>
  );
}

function selection(words: string, of: (row: EquityRow) => SelectionShare): Column {
  return {
    words,
    isTold: (row) => of(row).count !== null,
    show: (row) => {
      const { count, ratio, isUnderFourFifths } = of(row);
      return (
        <>
          <Share count={count} people={row.people} />
          {ratio !== null && (
            <span className={`block whitespace-nowrap ${isUnderFourFifths ? "font-bold text-flag" : "text-muted"}`}>
              {isUnderFourFifths && <TriangleAlert size={14} className="mr-1 inline" aria-hidden />}
              {ratioWords(ratio, isUnderFourFifths)}
            </span>
          )}
        </>
      );
    },
  };
}

function counted(words: string, of: (row: EquityRow) => ShownCount): Column {
  return {
    words,
    isTold: (row) => of(row) !== null,
    show: (row) => <Share count={of(row)} people={row.people} />,
  };
}

const Share = ({ count, people }: { count: ShownCount; people: number }) =>
  count === null ? (
    <NotShown />
  ) : (
    <>
      <span className="block">{shareWords(count, people)}</span>
      <span className="block whitespace-nowrap text-muted">
        {count} of {people}
      </span>
    </>
  );

const NotShown = () => (
  <span className="text-muted">
    <span aria-hidden>–</span>
    <span className="sr-only">not shown</span>
  </span>
);
