// What colleagues imported within the last day, to be taken back by whoever may. Nothing of the files is shown.
import { useState } from "react";
import { importKindWords, UNDO_HOURS } from "../../domain/import-kinds";
import type { OthersImport } from "../../server/context/imports";
import { AskDialog } from "../programs/ask-dialog";
import { Button } from "../ui/button";
import { Moment } from "../ui/moment";
import { Panel } from "../ui/panel";

export function OthersImports({ imports }: { imports: readonly OthersImport[] }) {
  const [asked, setAsked] = useState<OthersImport | null>(null);
  return (
    <>
      {imports.length > 0 && (
        <Panel title={`Imported by colleagues in the last ${UNDO_HOURS} hours`}>
          <ul className="flex w-full flex-col">
            {imports.map((one) => (
              <li
                key={one.id}
                className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-hairline py-2 last:border-0"
              >
                <p className="min-w-0 flex-1 basis-60">
                  {importKindWords[one.kind]}{" "}
                  <span className="text-muted">
                    by {one.by}, <Moment at={one.at} />
                  </span>
                </p>
                <Button
                  onClick={() => setAsked(one)}
                  aria-label={`Take back ${importKindWords[one.kind]} by ${one.by}`}
                >
                  Take back…
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {/* Outlives its line, which is gone before it could say so. */}
      {asked && (
        <AskDialog
          title={`Take back what ${asked.by} imported`}
          description={`What that import of ${importKindWords[asked.kind].toLowerCase()} did is undone where nobody has touched it since. ${asked.by} is told that it was you, and what had to be left.`}
          intent="undoOthers"
          hidden={{ importId: asked.id }}
          submitLabel="Take it back"
          variant="danger"
          done="The import is taken back."
          fields={[]}
          onClose={() => setAsked(null)}
        >
          {() => null}
        </AskDialog>
      )}
    </>
  );
}
