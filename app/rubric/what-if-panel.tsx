// What a change of the rubric would do to the places that it suggests, before anybody saves it. No list is moved either way.
import { counted } from "../../domain/count-words";
import type { PlaceChange } from "../../domain/rubric-order";
import type { RubricApplicant } from "../../server/context/rubrics";
import { Panel } from "../ui/panel";
import { Cell, ColumnHeading, Table } from "../ui/table";

const SHOWN = 10;

interface WhatIfProps {
  /** Null: what is typed cannot be scored by. */
  changes: readonly PlaceChange[] | null;
  applicants: readonly RubricApplicant[];
}

/** Stays in sight below the fields, until the panel is. */
export const WhatIfBar = ({ changes, applicants }: WhatIfProps) => (
  <p
    role="status"
    className="sticky bottom-0 z-10 rounded-md border border-control bg-surface px-4 py-3 font-bold shadow-lifted"
  >
    {sentence(changes, applicants.length)}
  </p>
);

export const WhatIfPanel = ({ changes, applicants }: WhatIfProps) => {
  const names = new Map(applicants.map(({ id, name }) => [id, name]));
  return (
    <Panel title="What it would change">
      {changes && changes.length > 0 && (
        <Table caption="Whose suggested place would change most" isCaptionHidden>
          <thead>
            <tr>
              <ColumnHeading>Applicant</ColumnHeading>
              <ColumnHeading className="text-right">Now</ColumnHeading>
              <ColumnHeading className="text-right">Then</ColumnHeading>
              <ColumnHeading className="text-right">Places</ColumnHeading>
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, SHOWN).map((change) => (
              <tr key={change.id}>
                <Cell>{names.get(change.id)}</Cell>
                <Cell isNumber>{change.from ?? "none"}</Cell>
                <Cell isNumber>{change.to ?? "none"}</Cell>
                <Cell isNumber>{placesWords(change)}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {changes && changes.length > SHOWN && <p className="text-muted">And {changes.length - SHOWN} more.</p>}
      <p className="max-w-[70ch] text-muted">
        Suggested places only: no list is moved. Whoever less than half of the weight is known of has none.
      </p>
    </Panel>
  );
};

function sentence(changes: readonly PlaceChange[] | null, count: number): string {
  if (!changes) return "What it would change is shown once every number is typed.";
  if (changes.length === 0) return "No suggested place would change.";
  return `${changes.length} of ${counted(count, "applicant")} would have another suggested place.`;
}

const placesWords = ({ from, to }: PlaceChange): string => {
  if (from === undefined) return "gets one";
  if (to === undefined) return "loses it";
  return to < from ? `▲ ${from - to}` : `▼ ${to - from}`;
};
