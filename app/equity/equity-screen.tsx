// The equity check: what it can tell and what not, a table a question, and whether protected columns are kept for it. Counts of
// groups, in the order of their names: no person, no sort, nothing suggested.
import { counted } from "../../domain/count-words";
import { equityDimensionWords } from "../../domain/equity";
import { SMALLEST_GROUP } from "../../domain/small-cells";
import type { EquityPage } from "../../server/context/equity";
import { EmptyState } from "../ui/notice-panel";
import { Panel } from "../ui/panel";
import { EquityTables } from "./equity-tables";
import { KeepPanel } from "./keep-panel";

export function EquityScreen({ page }: { page: EquityPage }) {
  const { people, tables, silent, isHeld } = page;
  return (
    <>
      <p className="max-w-[70ch] text-muted">
        Shares by group among {counted(people, "applicant")} on file, without the withdrawn, for program directors
        alone. Each time somebody opens this page is on record.
      </p>
      {isHeld && (
        <p className="max-w-[70ch]">
          Something has changed for fewer than {SMALLEST_GROUP} applicants since this page was opened before. A
          difference that small would tell of them, so the figures by protected columns stay as they were until there
          are {SMALLEST_GROUP}.
        </p>
      )}
      {tables.length > 0 ? (
        <>
          <ReadingPanel />
          <EquityTables tables={tables} />
        </>
      ) : (
        <EmptyState title="Too little to tell">
          A group is shown from {SMALLEST_GROUP} applicants on, and no file says enough about that many yet.
        </EmptyState>
      )}
      {tables.length > 0 && silent.length > 0 && (
        <p className="max-w-[70ch] text-muted">
          No file says enough about:{" "}
          {silent.map((dimension) => equityDimensionWords[dimension].toLowerCase()).join(", ")}.
        </p>
      )}
      <KeepPanel page={page} />
    </>
  );
}

const ReadingPanel = () => (
  <Panel title="How to read it">
    <p className="max-w-[70ch]">
      The ratio is a group’s share divided by the highest share of a named group. Under 0.80 it is marked: the
      four-fifths line of US hiring guidelines. It is <b>a rule of thumb, not a legal finding</b>. It does not know why
      shares differ, and in small groups chance alone takes them over the line; in large ones a difference can matter
      above it. Ask your institution’s counsel before you draw a conclusion.
    </p>
    <p className="max-w-[70ch] text-muted">
      School type and sponsorship stand beside every name on the list, so all of their counts are here, zeros too. Of
      protected columns groups under {SMALLEST_GROUP} are put together and not named; “–” stands for a number from which
      fewer than {SMALLEST_GROUP} people could be worked out, here or by subtraction, and for others that would give it
      away. Nobody is moved, sorted or suggested by any of this.
    </p>
  </Panel>
);
