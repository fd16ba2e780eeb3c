// Who weighs how much in tallies, why, and every change that was made.

import { useState } from "react";
import { roleWords } from "../../domain/member";
import { DEFAULT_WEIGHT, voiceWeights } from "../../domain/voices";
import type { VoiceLine, VoicesPage } from "../../server/context/voices";
import type { SignedInPerson } from "../../server/load-context";
import { AskDialog } from "../programs/ask-dialog";
import { Button } from "../ui/button";
import { SelectField } from "../ui/field";
import { Moment } from "../ui/moment";
import { Page } from "../ui/page";
import { Panel } from "../ui/panel";
import { SentenceArea } from "../ui/sentence-area";
import { Cell, ColumnHeading, Table } from "../ui/table";

export function VoicesScreen({ person, page }: { person: SignedInPerson; page: VoicesPage }) {
  const { season, voices, changes, mayChange } = page;
  const [asked, setAsked] = useState<VoiceLine | null>(null);
  const under = season.may.includes("viewSeason")
    ? { to: `/seasons/${season.id}`, label: `Season ${season.matchYear}` }
    : { to: "/", label: "My meetings" };
  return (
    <Page title="Weights of voices" person={person} under={under}>
      <p className="max-w-[70ch] text-muted">
        Every voice weighs {DEFAULT_WEIGHT} unless the program director gives it another weight, with a reason. Weights
        inform tallies of endorsements, which say so. They move nobody on the list, and everybody on the roster but
        observers sees them.
      </p>
      <Table caption="Voices of this program, by name" isCaptionHidden>
        <thead>
          <tr>
            <ColumnHeading>Member</ColumnHeading>
            <ColumnHeading className="text-right">Weight</ColumnHeading>
            {mayChange && (
              <ColumnHeading>
                <span className="sr-only">Change</span>
              </ColumnHeading>
            )}
          </tr>
        </thead>
        <tbody>
          {voices.map((voice) => (
            <tr key={voice.memberId}>
              <Cell>
                <span className="block">{voice.name}</span>
                <span className="block text-muted">{roleWords[voice.role]}</span>
              </Cell>
              <Cell isNumber className={voice.weight === DEFAULT_WEIGHT ? undefined : "font-bold"}>
                {voice.weight}
              </Cell>
              {mayChange && (
                <Cell className="text-right">
                  <Button aria-label={`Change the weight of ${voice.name}`} onClick={() => setAsked(voice)}>
                    Change…
                  </Button>
                </Cell>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      <Panel title="Changes">
        {changes.length === 0 && <p className="text-muted">None: every voice weighs the same.</p>}
        <ol className="w-full">
          {changes.map(({ name, from, to, reason, by, at }) => (
            <li key={`${name} ${at}`} className="border-b border-hairline py-2 last:border-b-0">
              <p>
                {name}:{" "}
                <strong className="tabular">
                  {from} to {to}
                </strong>
              </p>
              <p className="break-words">{reason}</p>
              <p className="text-meta text-muted">
                {by} · <Moment at={at} />
              </p>
            </li>
          ))}
        </ol>
      </Panel>
      {asked && <WeightDialog voice={asked} onClose={() => setAsked(null)} />}
    </Page>
  );
}

const WeightDialog = ({ voice, onClose }: { voice: VoiceLine; onClose: () => void }) => (
  <AskDialog
    title={`Weight of ${voice.name}`}
    description="Everybody on the roster but observers sees the weight, who changed it, and why."
    intent="weigh"
    hidden={{ memberId: voice.memberId, version: String(voice.version) }}
    submitLabel="Change"
    done={`The weight of ${voice.name} is changed.`}
    fields={["weight", "reason"]}
    onClose={onClose}
  >
    {(errorOf) => (
      <>
        <SelectField label="Weight" name="weight" defaultValue={voice.weight} error={errorOf("weight")}>
          {voiceWeights.map((weight) => (
            <option key={weight} value={weight}>
              {weight}
              {weight === DEFAULT_WEIGHT ? ", as everybody's" : ""}
            </option>
          ))}
        </SelectField>
        <SentenceArea
          isOfPerson={false}
          label="Reason"
          name="reason"
          hint="About the voice, not about an applicant: may be discoverable."
          error={errorOf("reason")}
        />
      </>
    )}
  </AskDialog>
);
