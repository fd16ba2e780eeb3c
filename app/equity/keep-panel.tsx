// Whether protected columns are kept for the check. Off until a director turns it on; turned off, what was kept is erased. Both are
// asked once, with what they mean.
import { useState } from "react";
import { counted } from "../../domain/count-words";
import type { EquityPage } from "../../server/context/equity";
import { AskDialog } from "../programs/ask-dialog";
import { Button } from "../ui/button";
import { Panel } from "../ui/panel";

export function KeepPanel({ page }: { page: EquityPage }) {
  const { isKept, keptCount, isOnHold } = page;
  // What was asked, not what it is by now: the page knows the answer before the dialog closes.
  const [asked, setAsked] = useState<"keep" | "erase" | null>(null);
  const close = () => setAsked(null);
  return (
    <Panel title="Protected columns">
      <p className="max-w-[70ch]">
        {isKept
          ? `Kept apart for this season’s check: gender, self-identification, age and citizenship of ${counted(keptCount, "applicant")}. Files that were imported before this was turned on have to be imported again.`
          : "Not kept: gender, self-identification, date of birth and citizenship are dropped unread from every file."}
      </p>
      {isKept && isOnHold ? (
        <p className="max-w-[70ch] text-muted">
          A legal hold stands, so this cannot be turned off: nothing may be erased.
        </p>
      ) : (
        <Button onClick={() => setAsked(isKept ? "erase" : "keep")}>
          {isKept ? "Turn off and erase…" : "Keep them for this check…"}
        </Button>
      )}
      {asked === "keep" && <KeepDialog onClose={close} />}
      {asked === "erase" && <EraseDialog count={keptCount} onClose={close} />}
    </Panel>
  );
}

const KeepDialog = ({ onClose }: { onClose: () => void }) => (
  <AskDialog
    title="Keep protected columns for this check?"
    intent="keep"
    hidden={{ kept: "yes" }}
    submitLabel="Keep them"
    done="From now on they are kept apart for this season’s check."
    fields={[]}
    onClose={onClose}
  >
    {() => (
      <ul className="flex list-disc flex-col gap-2 pl-5">
        <li>
          From now on, files of applicants imported into this season keep four protected columns: gender,
          self-identification, age and citizenship.
        </li>
        <li>
          Of a date of birth only an age group is kept, and of citizenship only whether it is of the United States.
        </li>
        <li>
          They are kept apart: in no applicant’s file, list, score, search or meeting. They serve this page, as counts
          of groups; the server’s own export of the whole program has them too.
        </li>
        <li>Whoever imports is told that the columns are kept.</li>
        <li>
          That you turned it on is in the audit trail. You can turn it off again, unless a legal hold stands; what was
          kept is erased then.
        </li>
      </ul>
    )}
  </AskDialog>
);

const EraseDialog = ({ count, onClose }: { count: number; onClose: () => void }) => (
  <AskDialog
    title="Turn off and erase?"
    description={`What was kept of ${counted(count, "applicant")} is erased at once and for good. Backups made before are not changed. That you turned it off is in the audit trail.`}
    intent="keep"
    hidden={{ kept: "no" }}
    submitLabel="Erase"
    variant="danger"
    done="What was kept is erased."
    fields={[]}
    onClose={onClose}
  >
    {() => null}
  </AskDialog>
);
