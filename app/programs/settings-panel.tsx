// A program's own settings: what it is called, who sees who raised a flag, and how its people sign in.
import { useState } from "react";
import type { ProgramPage } from "../../server/load-context";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { Panel } from "../ui/panel";
import { SegmentedChoice } from "../ui/segmented-choice";
import { AskDialog } from "./ask-dialog";

/** Suggested; any other that exists can be typed. */
const usualTimeZones = [
  ...["America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles"],
  ...["America/Anchorage", "Pacific/Honolulu", "America/Puerto_Rico", "Pacific/Guam"],
];

export function SettingsPanel({ program }: { program: ProgramPage }) {
  const [asked, setAsked] = useState<"name" | "flagAuthors" | "timeZone" | "sso" | null>(null);
  const { name, flagAuthorsShown, timeZone, sso, may } = program;
  const close = () => setAsked(null);
  return (
    <Panel title="Settings">
      <dl className="grid w-full gap-x-4 gap-y-3 sm:grid-cols-[14rem_minmax(0,1fr)_auto] sm:items-center">
        <dt className="text-muted">Name</dt>
        <dd>{name}</dd>
        <dd>
          {may.includes("renameProgram") && (
            <Button aria-label="Change the name" onClick={() => setAsked("name")}>
              Change…
            </Button>
          )}
        </dd>
        <dt className="text-muted">Who sees who raised a flag</dt>
        <dd>{flagAuthorsShown ? "Everybody in the meeting" : "Program director, associate PD, and the author"}</dd>
        <dd>
          {may.includes("changeFlagAuthors") && (
            <Button aria-label="Change who sees who raised a flag" onClick={() => setAsked("flagAuthors")}>
              Change…
            </Button>
          )}
        </dd>
        <dt className="text-muted">Time zone</dt>
        <dd>
          {timeZone}
          <span className="block text-meta text-muted">“Today” is the day there.</span>
        </dd>
        <dd>
          {may.includes("changeTimeZone") && (
            <Button aria-label="Change the time zone" onClick={() => setAsked("timeZone")}>
              Change…
            </Button>
          )}
        </dd>
        {sso && (
          <>
            <dt className="text-muted">How its people sign in</dt>
            <dd>{sso.isRequired ? `By ${sso.name} only` : `By ${sso.name}, a link or a password`}</dd>
            <dd>
              {may.includes("changeSsoRequired") && (
                <Button aria-label="Change how its people sign in" onClick={() => setAsked("sso")}>
                  Change…
                </Button>
              )}
            </dd>
          </>
        )}
      </dl>
      {asked === "name" && (
        <AskDialog
          title="Name of the program"
          intent="rename"
          submitLabel="Save"
          done="Name saved."
          fields={["name"]}
          onClose={close}
        >
          {(errorOf) => (
            <TextField label="Name" name="name" autoComplete="off" defaultValue={name} error={errorOf("name")} />
          )}
        </AskDialog>
      )}
      {asked === "flagAuthors" && (
        <AskDialog
          title="Who sees who raised a flag"
          description="It changes in every meeting of the program at once, for flags that stand already too. What somebody has read they have read."
          intent="changeFlagAuthors"
          submitLabel="Save"
          done="Saved. Every meeting of the program follows."
          fields={["shown"]}
          onClose={close}
        >
          {() => (
            <SegmentedChoice
              legend="Shown to"
              name="shown"
              defaultValue={flagAuthorsShown ? "everybody" : "hosts"}
              options={[
                { value: "everybody", label: "Everybody in the meeting" },
                { value: "hosts", label: "Program director and associate PD" },
              ]}
            />
          )}
        </AskDialog>
      )}
      {asked === "timeZone" && (
        <AskDialog
          title="Time zone of the program"
          description="It decides which day it is: whether an interview has been held, who is reminded today, and when a match year is over."
          intent="changeTimeZone"
          submitLabel="Save"
          done="Saved."
          fields={["timeZone"]}
          onClose={close}
        >
          {(errorOf) => (
            <>
              <TextField
                label="Time zone"
                name="timeZone"
                autoComplete="off"
                list="time-zones"
                defaultValue={timeZone}
                error={errorOf("timeZone")}
                hint="By its name, as America/Chicago"
              />
              <datalist id="time-zones">
                {usualTimeZones.map((zone) => (
                  <option key={zone} value={zone} />
                ))}
              </datalist>
            </>
          )}
        </AskDialog>
      )}
      {asked === "sso" && sso && (
        <AskDialog
          title="How the program's people sign in"
          description={`It holds from their next sign-in on. Whoever has not connected an account at ${sso.name} yet is led there by a link from their mail. Administrators always get in, and a meeting's passcode goes on working.`}
          intent="changeSsoRequired"
          submitLabel="Save"
          done="Saved."
          fields={["required"]}
          onClose={close}
        >
          {() => (
            <SegmentedChoice
              legend="Signed in by"
              name="required"
              defaultValue={sso.isRequired ? "yes" : "no"}
              options={[
                { value: "no", label: "Any of the ways" },
                { value: "yes", label: `${sso.name} only` },
              ]}
            />
          )}
        </AskDialog>
      )}
    </Panel>
  );
}
