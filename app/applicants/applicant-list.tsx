// The applicants of a season, to find somebody and open their file. Sponsorship is no column here, and nothing here ranks.
import { Link } from "@remix-run/react";
import { useDeferredValue, useMemo, useState } from "react";
import type { ApplicantLine } from "../../server/context/applicant-files";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { SelectField, TextField } from "../ui/field";
import { EmptyState } from "../ui/notice-panel";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { dayWords, signalWords } from "./file-facts";
import { type ListOrder, listOrders, listOrderWords, searched, sorted } from "./list-order";

/** Rows in the page at first, and more with each press. */
const STEP = 200;

export function ApplicantList({ seasonId, applicants }: { seasonId: string; applicants: ApplicantLine[] }) {
  const [search, setSearch] = useState("");
  const [order, setOrder] = useState<ListOrder>("name");
  const [limit, setLimit] = useState(STEP);
  const words = useDeferredValue(search);
  const found = useMemo(() => sorted(searched(applicants, words), order), [applicants, words, order]);
  if (applicants.length === 0) {
    return <EmptyState title="No applicants yet">They come with a file from ERAS or Thalamus.</EmptyState>;
  }
  const withdrawn = applicants.filter((applicant) => applicant.withdrawn).length;
  return (
    <>
      <p className="tabular text-muted">
        {applicants.length} {applicants.length === 1 ? "applicant" : "applicants"}
        {withdrawn > 0 && ` · ${withdrawn} withdrawn`}
      </p>
      <div className="flex flex-wrap gap-4">
        <TextField
          label="Search"
          type="search"
          autoComplete="off"
          placeholder="Name or AAMC ID"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
          className="min-w-0 flex-1 basis-60"
        />
        <SelectField
          label="Sorted by"
          value={order}
          onChange={({ target }) => setOrder(target.value as ListOrder)}
          className="basis-48"
        >
          {listOrders.map((one) => (
            <option key={one} value={one}>
              {listOrderWords[one]}
            </option>
          ))}
        </SelectField>
      </div>
      <p aria-live="polite" className="sr-only">
        {search === "" ? "" : `${found.length} found`}
      </p>
      {found.length === 0 ? (
        <p className="text-muted">Nobody here has that name or AAMC ID.</p>
      ) : (
        <Lines seasonId={seasonId} lines={found.slice(0, limit)} />
      )}
      {found.length > limit && (
        <p>
          <Button onClick={() => setLimit(limit + STEP)}>Show more ({found.length - limit} left)</Button>
        </p>
      )}
    </>
  );
}

const Lines = ({ seasonId, lines }: { seasonId: string; lines: ApplicantLine[] }) => (
  <Table caption="Applicants" isCaptionHidden>
    <thead>
      <tr>
        <ColumnHeading>Name</ColumnHeading>
        <ColumnHeading>School type</ColumnHeading>
        <ColumnHeading className="text-right">Step 2</ColumnHeading>
        <ColumnHeading>Signal</ColumnHeading>
        <ColumnHeading className="text-right">US clinical months</ColumnHeading>
        <ColumnHeading>Interviewed</ColumnHeading>
        <ColumnHeading className="text-right">Open questions</ColumnHeading>
      </tr>
    </thead>
    <tbody>
      {lines.map((line) => (
        <tr key={line.id}>
          <Cell className="min-w-44">
            <Link
              to={`/seasons/${seasonId}/applicants/${line.id}`}
              className="inline-flex min-h-9 items-center font-bold underline pointer-coarse:min-h-11"
            >
              {line.name}
            </Link>
            {line.withdrawn && (
              <span className="ml-2">
                <Badge>Withdrawn</Badge>
              </span>
            )}
          </Cell>
          <Cell className="whitespace-nowrap">{line.schoolType ?? "–"}</Cell>
          <Cell isNumber>{line.step2 ?? "–"}</Cell>
          <Cell>{line.signal ? signalWords[line.signal] : "–"}</Cell>
          <Cell isNumber>{line.usClinicalMonths ?? "–"}</Cell>
          <Cell className="tabular whitespace-nowrap">{line.interviewDate ? dayWords(line.interviewDate) : "–"}</Cell>
          <Cell isNumber>{line.openQuestions || "–"}</Cell>
        </tr>
      ))}
    </tbody>
  </Table>
);
