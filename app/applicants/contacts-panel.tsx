// Calls with colleagues outside: who, when, how they know the applicant, what was said. Second-hand unless it is first-hand.

import { useId, useState } from "react";
import type { ApplicantFile, ContactLine } from "../../server/context/applicant-files";
import { AskDialog } from "../programs/ask-dialog";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { Panel } from "../ui/panel";
import { SentenceArea } from "../ui/sentence-area";
import { ContactFacts } from "./contact-facts";
import { StrikeDialog } from "./strike-dialog";

export function ContactsPanel({ file }: { file: ApplicantFile }) {
  const [asked, setAsked] = useState<"log" | ContactLine | null>(null);
  const close = () => setAsked(null);
  return (
    <Panel title="Calls with colleagues outside">
      {file.contacts.length === 0 && <p className="text-muted">No call is logged.</p>}
      {!file.hasAllContacts && (
        <p className="text-meta text-muted">Until the preliminary list is frozen you see the calls that you logged.</p>
      )}
      <ul className="flex w-full flex-col gap-4">
        {file.contacts.map((contact) => (
          <ContactItem key={contact.id} contact={contact} onStrike={() => setAsked(contact)} />
        ))}
      </ul>
      <Button onClick={() => setAsked("log")}>Log a call…</Button>
      {asked === "log" && <LogDialog onClose={close} />}
      {asked !== null && asked !== "log" && (
        <StrikeDialog
          title="Strike the call"
          intent="strikeContact"
          id={asked.id}
          about={asked.sentence}
          onClose={close}
        />
      )}
    </Panel>
  );
}

function ContactItem({ contact, onStrike }: { contact: ContactLine; onStrike: () => void }) {
  const { colleague, mayStrike } = contact;
  return (
    <li className="flex flex-col gap-1">
      <ContactFacts contact={contact} />
      {mayStrike && (
        <p>
          <Button aria-label={`Strike the call with ${colleague}`} onClick={onStrike}>
            Strike…
          </Button>
        </p>
      )}
    </li>
  );
}

function LogDialog({ onClose }: { onClose: () => void }) {
  const id = useId();
  return (
    <AskDialog
      title="Log a call"
      description="It is signed with your name and may be discoverable. Do not ask where else somebody applied, or how they will rank."
      intent="logContact"
      submitLabel="Sign and save"
      done="The call is logged."
      fields={["colleague", "relation", "heldOn", "sentence"]}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <TextField
            label="Who it was"
            name="colleague"
            autoComplete="off"
            maxLength={200}
            error={errorOf("colleague")}
          />
          <TextField
            isOfPerson
            label="How they know the applicant"
            name="relation"
            autoComplete="off"
            maxLength={200}
            error={errorOf("relation")}
          />
          <TextField label="When" name="heldOn" type="date" error={errorOf("heldOn")} />
          <SentenceArea label="What was said" name="sentence" maxLength={500} error={errorOf("sentence")} />
          <p className="flex items-center gap-2">
            <input type="checkbox" id={id} name="isFirstHand" value="yes" className="size-4" />
            <label htmlFor={id} className="inline-flex min-h-9 items-center pointer-coarse:min-h-11">
              First-hand: they saw it themselves
            </label>
          </p>
        </>
      )}
    </AskDialog>
  );
}
