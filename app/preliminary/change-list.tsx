// What lies between two lists, the furthest first; whoever only made room for others is a number at the end.
import { useState } from "react";
import { counted } from "../../domain/count-words";
import type { ApplicantId } from "../../domain/ids";
import type { ListChange } from "../../domain/list-difference";
import { Button } from "../ui/button";
import { changeWords, gainWords } from "./change-words";

/** So many are shown until more are asked for. */
const FIRST = 12;

interface ChangeListProps {
  changes: readonly ListChange[];
  nameOf: (id: ApplicantId) => string;
}

export function ChangeList({ changes, nameOf }: ChangeListProps) {
  const [isWhole, setIsWhole] = useState(false);
  const movers = changes.filter(({ kind }) => kind !== "shifted");
  const shifted = changes.length - movers.length;
  const shown = isWhole ? movers : movers.slice(0, FIRST);
  if (changes.length === 0) return <p className="text-muted">Nothing: both are the same.</p>;
  return (
    <div className="flex flex-col items-start gap-2">
      <p>
        {counted(movers.length, "applicant stands", "applicants stand")} elsewhere
        {shifted > 0 && `, and ${counted(shifted, "other has", "others have")} another number because of that`}.
      </p>
      <ol className="w-full">
        {shown.map((change) => (
          <li key={change.applicantId} className="flex flex-wrap gap-x-2 border-b border-hairline py-1 last:border-b-0">
            <span className="min-w-0 flex-1 basis-40">{nameOf(change.applicantId)}</span>
            <span className="tabular text-muted">{changeWords(change)}</span>
            <span aria-hidden className="tabular w-10 text-right text-muted">
              {gainWords(change)}
            </span>
          </li>
        ))}
      </ol>
      {shown.length < movers.length && <Button onClick={() => setIsWhole(true)}>Show all {movers.length}</Button>}
    </div>
  );
}
