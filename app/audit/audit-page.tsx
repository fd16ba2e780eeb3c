// A trail for whoever may read it: filters, which are mine alone and stand in the address; the entries, newest first; and the way
// to take them along.
import { Form, Link, useNavigation } from "@remix-run/react";
import Check from "lucide-react/icons/check";
import CircleX from "lucide-react/icons/circle-x";
import Download from "lucide-react/icons/download";
import { auditKindWords } from "../../domain/audit";
import type { AuditFilter, AuditPage } from "../../server/load-context";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { SelectField, TextField } from "../ui/field";
import { Moment } from "../ui/moment";
import { EmptyState } from "../ui/notice-panel";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { writeAskedEntries } from "./audit-filter";

interface AuditPageProps {
  page: AuditPage;
  filter: AuditFilter;
  problem: string | null;
  /** The page shows entries older than the newest. */
  isOlder: boolean;
  /** Address of the trail as a file. */
  file: string;
}

export function AuditTrailPage({ page, filter, problem, isOlder, file }: AuditPageProps) {
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <>
      <p className="max-w-[70ch] text-muted">
        {page.isWhole
          ? "Who came, read, took away and changed what. Nothing here can be changed or removed."
          : "Sign-ins and roles. What concerns applicants is for the program's director."}
        {page.isRecused && " Entries about applicants you are recused from are left out."}
      </p>
      <Filters key={writeAskedEntries(filter)} page={page} filter={filter} problem={problem} />
      {page.entries.length > 0 ? (
        <Entries entries={page.entries} />
      ) : (
        <EmptyState title={isFiltered || isOlder ? "No such entries" : "No entries yet"}>
          {isFiltered || isOlder
            ? "Nothing on record fits these filters. Widen them, or show all entries."
            : "They appear here as soon as somebody signs in, reads or changes something."}
        </EmptyState>
      )}
      <nav aria-label="More entries" className="flex flex-wrap items-center gap-2">
        {isOlder && (
          <Link to={writeAskedEntries(filter) || "?"} className={buttonStyle()}>
            Newest entries
          </Link>
        )}
        {page.older !== null && (
          <Link to={writeAskedEntries(filter, page.older)} className={buttonStyle()}>
            Older entries
          </Link>
        )}
        <a href={`${file}${writeAskedEntries(filter)}`} download className={`${buttonStyle()} ml-auto`}>
          <Download size={16} aria-hidden />
          Take these as CSV
        </a>
      </nav>
      <p className="text-meta text-muted">Taking them as a file is itself on record.</p>
    </>
  );
}

function Filters({ page, filter, problem }: Pick<AuditPageProps, "page" | "filter" | "problem">) {
  const isBusy = useNavigation().state === "loading";
  return (
    <Form
      method="get"
      role="search"
      aria-label="Filter the entries"
      className="grid items-start gap-3 rounded-md border border-hairline bg-surface p-4 sm:grid-cols-2 lg:grid-cols-5"
    >
      <SelectField label="Who" name="who" defaultValue={filter.actorId ?? ""}>
        <option value="">Anybody</option>
        {page.people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label="What" name="what" defaultValue={filter.kind ?? ""}>
        <option value="">Anything</option>
        {page.kinds.map((kind) => (
          <option key={kind} value={kind}>
            {auditKindWords[kind]}
          </option>
        ))}
      </SelectField>
      <SelectField label="Outcome" name="outcome" defaultValue={filter.outcome ?? ""}>
        <option value="">Any</option>
        <option value="done">Done</option>
        <option value="refused">Refused</option>
      </SelectField>
      <TextField label="From" name="from" type="date" defaultValue={filter.from} hint="Days are UTC." error={problem} />
      <TextField label="To" name="to" type="date" defaultValue={filter.to} />
      <div className="flex flex-wrap gap-2 sm:col-span-2 lg:col-span-5">
        <Button type="submit" variant="primary" isBusy={isBusy}>
          Show
        </Button>
        <Link to="?" className={buttonStyle()}>
          Show all
        </Link>
      </div>
    </Form>
  );
}

const Entries = ({ entries }: Pick<AuditPage, "entries">) => (
  <Table caption="Entries, newest first" isCaptionHidden>
    <thead>
      <tr>
        <ColumnHeading>When</ColumnHeading>
        <ColumnHeading>Who</ColumnHeading>
        <ColumnHeading>What</ColumnHeading>
        <ColumnHeading>Outcome</ColumnHeading>
      </tr>
    </thead>
    <tbody>
      {entries.map(({ seq, at, who, what, outcome }) => (
        <tr key={seq}>
          <Cell className="align-top">
            <Moment at={at} />
          </Cell>
          <Cell className="min-w-28 align-top">{who}</Cell>
          <Cell className="min-w-60 align-top break-words">{what}</Cell>
          <Cell className="align-top">
            {outcome === "done" ? (
              <Badge icon={<Check size={14} aria-hidden />}>Done</Badge>
            ) : (
              <Badge tone="flag" icon={<CircleX size={14} aria-hidden />}>
                Refused
              </Badge>
            )}
          </Cell>
        </tr>
      ))}
    </tbody>
  </Table>
);
