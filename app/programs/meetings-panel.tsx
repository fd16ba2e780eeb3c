// The meetings of a program, and the form that opens another.
import { Link } from "@remix-run/react";
import { useState } from "react";
import type { ProgramPage } from "../../server/load-context";
import { Button } from "../ui/button";
import { SelectField, TextField } from "../ui/field";
import { Panel } from "../ui/panel";
import { PhaseBadge } from "../ui/phase-badge";
import { AskDialog } from "./ask-dialog";

export function MeetingsPanel({ program }: { program: ProgramPage }) {
  const [isOpening, setIsOpening] = useState(false);
  const { meetings, isMember, may, tracks } = program;
  return (
    <Panel title="Meetings">
      {meetings.length === 0 && <p className="text-muted">There are none yet.</p>}
      <ul className="w-full">
        {meetings.map(({ id, title, programCode, matchYear, phase }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-hairline py-2 last:border-b-0"
          >
            <p className="min-w-0 flex-1 basis-60">
              {isMember ? (
                <Link
                  reloadDocument
                  to={`/meetings/${id}`}
                  className="inline-flex min-h-9 items-center font-bold underline pointer-coarse:min-h-11"
                >
                  {title}
                </Link>
              ) : (
                <span className="font-bold">{title}</span>
              )}
            </p>
            <p className="tabular text-muted">
              {programCode} · Match {matchYear}
            </p>
            <PhaseBadge phase={phase} />
          </li>
        ))}
      </ul>
      {may.includes("openMeeting") &&
        (tracks.length > 0 ? (
          <Button onClick={() => setIsOpening(true)}>Open a meeting…</Button>
        ) : (
          <p className="text-muted">A meeting is of a track: add one first.</p>
        ))}
      {isOpening && <OpenMeetingDialog program={program} onClose={() => setIsOpening(false)} />}
    </Panel>
  );
}

function OpenMeetingDialog({ program, onClose }: { program: ProgramPage; onClose: () => void }) {
  const { tracks, matchYears } = program;
  const year = matchYears[0]?.year;
  return (
    <AskDialog
      title="Open a meeting"
      description="Everybody on the roster is a member of it. Applicants are imported into it."
      intent="openMeeting"
      submitLabel="Open"
      done="The meeting is open."
      fields={["trackId", "year", "title", "quota"]}
      onClose={onClose}
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
            defaultValue={year}
            error={errorOf("year")}
          />
          <TextField
            label="Title"
            name="title"
            autoComplete="off"
            defaultValue={year === undefined ? "Rank meeting" : `Rank meeting ${year}`}
            error={errorOf("title")}
          />
          <TextField
            label="Quota"
            name="quota"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={tracks[0]?.quota}
            hint="Positions offered in the Match for this track."
            error={errorOf("quota")}
          />
        </>
      )}
    </AskDialog>
  );
}
