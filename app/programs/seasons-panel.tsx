// The seasons of a program, and the form that opens another.
import { Link } from "@remix-run/react";
import { useState } from "react";
import type { MySeason } from "../../server/context/seasons";
import type { ProgramPage } from "../../server/load-context";
import { Button } from "../ui/button";
import { SelectField, TextField } from "../ui/field";
import { Panel } from "../ui/panel";
import { AskDialog } from "./ask-dialog";

export function SeasonsPanel({ program, seasons }: { program: ProgramPage; seasons: MySeason[] }) {
  const [isOpening, setIsOpening] = useState(false);
  const { may, tracks, matchYears } = program;
  return (
    <Panel title="Seasons">
      {seasons.length === 0 && <p className="text-muted">There are none yet.</p>}
      <ul className="w-full">
        {seasons.map(({ id, programCode, matchYear }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 border-b border-hairline py-2 last:border-b-0">
            <p className="min-w-0 flex-1 basis-60">
              <Link
                to={`/seasons/${id}`}
                className="inline-flex min-h-9 items-center font-bold underline pointer-coarse:min-h-11"
              >
                Match {matchYear}
              </Link>
            </p>
            <p className="tabular text-muted">{programCode}</p>
          </li>
        ))}
      </ul>
      {may.includes("openSeason") && tracks.length > 0 && (
        <Button onClick={() => setIsOpening(true)}>Open a season…</Button>
      )}
      {isOpening && (
        <AskDialog
          title="Open a season"
          description="Files are imported into it, notes are written in it, and its preliminary list opens the meeting."
          intent="openSeason"
          submitLabel="Open"
          done="The season is open."
          fields={["trackId", "year"]}
          onClose={() => setIsOpening(false)}
        >
          {(errorOf) => (
            <>
              <SelectField label="Track" name="trackId" error={errorOf("trackId")}>
                {tracks.map(({ id, code, name }) => (
                  <option key={id} value={id}>
                    {code} · {name}
                  </option>
                ))}
              </SelectField>
              <TextField
                label="Match year"
                name="year"
                inputMode="numeric"
                autoComplete="off"
                defaultValue={matchYears[0]?.year}
                error={errorOf("year")}
              />
            </>
          )}
        </AskDialog>
      )}
    </Panel>
  );
}
