// The tracks of a program: one rank order list each.
import { useState } from "react";
import type { ProgramPage, Track } from "../../server/load-context";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { Panel } from "../ui/panel";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { AskDialog } from "./ask-dialog";

export function TracksPanel({ program }: { program: ProgramPage }) {
  const [asked, setAsked] = useState<Track | "new" | null>(null);
  const mayChange = program.may.includes("changeTracks");
  return (
    <Panel title="Tracks">
      {program.tracks.length === 0 ? (
        <p className="text-muted">There are none yet.</p>
      ) : (
        <Table caption="Each track with its quota" isCaptionHidden>
          <thead>
            <tr>
              <ColumnHeading>Track</ColumnHeading>
              <ColumnHeading className="text-right">Quota</ColumnHeading>
              {mayChange && (
                <ColumnHeading>
                  <span className="sr-only">Change</span>
                </ColumnHeading>
              )}
            </tr>
          </thead>
          <tbody>
            {program.tracks.map((track) => (
              <tr key={track.id}>
                <Cell>
                  <span className="block">{track.name}</span>
                  <span className="tabular block text-muted">{track.code}</span>
                </Cell>
                <Cell isNumber>{track.quota}</Cell>
                {mayChange && (
                  <Cell className="text-right">
                    <Button aria-label={`Change ${track.code}`} onClick={() => setAsked(track)}>
                      Change…
                    </Button>
                  </Cell>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {mayChange && <Button onClick={() => setAsked("new")}>Add a track…</Button>}
      {asked && <TrackDialog track={asked === "new" ? null : asked} onClose={() => setAsked(null)} />}
    </Panel>
  );
}

const TrackDialog = ({ track, onClose }: { track: Track | null; onClose: () => void }) => (
  <AskDialog
    title={track ? `Track ${track.code}` : "Add a track"}
    intent={track ? "changeTrack" : "addTrack"}
    hidden={track ? { trackId: track.id } : {}}
    submitLabel={track ? "Save" : "Add"}
    done={track ? "Track saved." : "Track added."}
    fields={["code", "name", "quota"]}
    onClose={onClose}
  >
    {(errorOf) => (
      <>
        {!track && (
          <TextField
            label="NRMP program code"
            name="code"
            autoComplete="off"
            autoCapitalize="characters"
            hint="Seven digits, a letter and a digit, such as 1000140C0. It cannot be changed later."
            error={errorOf("code")}
          />
        )}
        <TextField label="Name" name="name" autoComplete="off" defaultValue={track?.name} error={errorOf("name")} />
        <TextField
          label="Quota"
          name="quota"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={track?.quota}
          hint="Positions offered in the Match. A meeting that is open keeps its own."
          error={errorOf("quota")}
        />
      </>
    )}
  </AskDialog>
);
