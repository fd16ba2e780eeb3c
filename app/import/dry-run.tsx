// The third step, and what is seen of it afterwards: every row by what becomes of it, fields before and after, and what cannot be
// taken and why, a page at a time.
import { Link } from "@remix-run/react";
import { type ShownOutcome, shownOutcomes } from "../../domain/import-kinds";
import type { ImportView, ShownRow } from "../../server/context/imports";
import { buttonStyle } from "../ui/button-style";
import { classNames } from "../ui/class-names";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { countWords, otherTrackWords, outcomeWords, withheldWords } from "./import-words";
import { ProtectedColumns } from "./protected-columns";

export function DryRun({ view }: { view: ImportView }) {
  const { counts, rows, season, protectedColumns, notes } = view;
  if (!counts || !rows) return null;
  const sentences = [withheldWords(counts), otherTrackWords(counts, season.programCode), ...notes].filter(
    (sentence) => sentence !== null,
  );
  return (
    <>
      <div role="status" className="flex flex-col gap-1">
        <p className="font-bold">{countWords(counts)}</p>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <ProtectedColumns columns={protectedColumns} />
      </div>
      <nav aria-label="Rows by what becomes of them" className="flex flex-wrap gap-2">
        {shownOutcomes.map((outcome) => (
          <Link
            key={outcome}
            to={`?show=${outcome}`}
            preventScrollReset
            aria-current={outcome === rows.show ? "page" : undefined}
            className={classNames(
              buttonStyle("quiet"),
              outcome === rows.show && "border-ink underline decoration-2 underline-offset-4",
            )}
          >
            {outcomeWords[outcome]} <span className="tabular">{counts[outcome].toLocaleString("en-US")}</span>
          </Link>
        ))}
        {counts.bad > 0 && (
          <a
            href={`/seasons/${season.id}/import/${view.id}/bad-rows.csv`}
            className="ml-auto inline-flex min-h-9 items-center underline pointer-coarse:min-h-11"
          >
            Download the rows that cannot be taken
          </a>
        )}
      </nav>
      {rows.rows.length === 0 ? (
        <p className="text-muted">No such rows.</p>
      ) : (
        <>
          <RowTable show={rows.show} rows={rows.rows} />
          <Pages show={rows.show} page={rows.page} pageCount={rows.pageCount} />
        </>
      )}
    </>
  );
}

const RowTable = ({ show, rows }: { show: ShownOutcome; rows: readonly ShownRow[] }) => (
  <Table caption={`Rows: ${outcomeWords[show].toLowerCase()}`} isCaptionHidden>
    <thead>
      <tr>
        <ColumnHeading className="text-right">Row</ColumnHeading>
        <ColumnHeading>Name</ColumnHeading>
        <ColumnHeading>{show === "bad" ? "Why" : "What changes"}</ColumnHeading>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ row, name, changes, problems }) => (
        <tr key={row} className="align-top">
          <Cell isNumber>{row}</Cell>
          <Cell className="min-w-24 sm:min-w-36">{name}</Cell>
          <Cell className="min-w-40 break-words sm:min-w-60">
            <ul className="flex flex-col gap-1">
              {changes.map(({ what, from, to }) => (
                <li key={what}>
                  {what}: <Value value={from} /> <span aria-hidden>→</span>
                  <span className="sr-only">becomes</span> <Value value={to} />
                </li>
              ))}
              {problems.map(({ column, value, expected }) => (
                <li key={`${column} ${value} ${expected}`} className={show === "bad" ? undefined : "text-flag"}>
                  {show !== "bad" && "Left out, "}
                  {column}: <Value value={value} />, expected {expected}
                </li>
              ))}
              {changes.length === 0 && problems.length === 0 && (
                <li className="text-muted">{show === "new" ? "Added" : "Nothing"}</li>
              )}
            </ul>
          </Cell>
        </tr>
      ))}
    </tbody>
  </Table>
);

const Value = ({ value }: { value: string | undefined }) =>
  value === undefined || value === "" ? (
    <span className="text-muted">nothing</span>
  ) : (
    <span className="break-words">{value}</span>
  );

function Pages({ show, page, pageCount }: { show: ShownOutcome; page: number; pageCount: number }) {
  if (pageCount === 1) return null;
  return (
    <nav aria-label="Pages" className="flex items-center gap-3">
      {page > 1 && (
        <Link to={`?show=${show}&page=${page - 1}`} preventScrollReset className={buttonStyle("quiet")}>
          Previous
        </Link>
      )}
      <span className="tabular">
        Page {page} of {pageCount}
      </span>
      {page < pageCount && (
        <Link to={`?show=${show}&page=${page + 1}`} preventScrollReset className={buttonStyle("quiet")}>
          Next
        </Link>
      )}
    </nav>
  );
}
