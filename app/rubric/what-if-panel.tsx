// What a change of the rubric would do to the places that it suggests, before anybody saves it. No list is moved either way.
import { memo } from "react";
import type { Rubric } from "../../domain/rubric";
import { type PlaceChange, placeChanges } from "../../domain/rubric-order";
import type { RubricApplicant } from "../../server/context/rubrics";
import { Panel } from "../ui/panel";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { scoredBy } from "./scored-applicants";

const SHOWN = 10;

interface WhatIfProps {
  now: Rubric;
  /** Null: what is typed cannot be scored by. */
  then: Rubric | null;
  applicants: readonly RubricApplicant[];
}

export const WhatIfPanel = memo(function WhatIfPanel({ now, then, applicants }: WhatIfProps) {
  const changes = then ? placeChanges(scoredBy(now, applicants), scoredBy(then, applicants)) : null;
  const names = new Map(applicants.map(({ id, name }) => [id, name]));
  return (
    <Panel title="What it would change">
      <p role="status">{sentence(changes, applicants.length)}</p>
      {changes && changes.length > 0 && (
        <Table caption="Whose suggested place would change most" isCaptionHidden>
          <thead>
            <tr>
              <ColumnHeading>Applicant</ColumnHeading>
              <ColumnHeading className="text-right">Suggested now</ColumnHeading>
              <ColumnHeading className="text-right">With this change</ColumnHeading>
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
});

function sentence(changes: PlaceChange[] | null, count: number): string {
  if (!changes) return "Type the missing numbers to see it.";
  if (changes.length === 0) return "No suggested place would change.";
  return `${changes.length} of ${count} applicants would have another suggested place.`;
}

function placesWords({ from, to }: PlaceChange): string {
  if (from === undefined) return "gets one";
  if (to === undefined) return "loses it";
  return to < from ? `▲ ${from - to}` : `▼ ${to - from}`;
}
