// The code for the room: QR, link, passcode, for how long, for how many; renew and end are the hosts'.

import { type FormEvent, useRef, useState } from "react";
import { counted } from "../../../domain/count-words";
import { type Invitation, SEATS_MAX } from "../../../domain/joining";
import { Button } from "../../ui/button";
import { buttonStyle } from "../../ui/button-style";
import { TextField } from "../../ui/field";
import { Moment } from "../../ui/moment";
import { QrCode } from "../../ui/qr-code";
import { showToast } from "../../ui/toasts";
import { PasscodeFigures } from "./passcode-figures";

interface InvitationPanelProps {
  meetingId: string;
  invitation: Invitation;
  seated: number;
  mayChange: boolean;
  act: (fields: Record<string, string>) => Promise<boolean>;
}

export function InvitationPanel({ meetingId, invitation, seated, mayChange, act }: InvitationPanelProps) {
  const { link, qr, passcode, expiresAt, seats, isSpent } = invitation;
  return (
    <section aria-label="Code for the room" className="flex flex-col gap-4 border-t border-hairline pt-4">
      {isSpent && (
        <p role="alert" className="text-red">
          Too many wrong passcodes were entered, so this code is closed.{" "}
          {mayChange ? "Renew it to let people ask again." : "A host can renew it."}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <QrCode drawing={qr} label="QR code of the link" className="w-44 rounded-md border border-hairline" />
        <div className="flex min-w-48 flex-1 flex-col gap-1">
          <p className="text-muted">Passcode</p>
          <PasscodeFigures passcode={passcode} className="text-spotlight" />
          <p className="text-meta text-muted">
            Good until <Moment at={expiresAt} />
          </p>
          <a href={`/meetings/${meetingId}/invite`} target="_blank" rel="noreferrer" className="font-bold underline">
            Full screen for the projector
          </a>
        </div>
      </div>
      <LinkField link={link} />
      <SeatsForm key={seats} seats={seats} seated={seated} mayChange={mayChange} act={act} />
      {mayChange && (
        <div className="flex flex-wrap items-center gap-2">
          <Button onClick={() => void act({ act: "renewCode" })}>Renew</Button>
          <Button variant="danger" onClick={() => void act({ act: "endCode" })}>
            End
          </Button>
          <p className="min-w-48 flex-1 text-meta text-muted">
            Renewing makes a new link and passcode; the old ones end. Whoever is in or waits is not touched.
          </p>
        </div>
      )}
    </section>
  );
}

function LinkField({ link }: { link: string }) {
  const field = useRef<HTMLDivElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      showToast("The link is copied.");
    } catch {
      // Over plain http browsers do not let a page copy: then it is selected, and the person does.
      field.current?.querySelector("input")?.select();
      showToast("Press Ctrl+C, or ⌘C, to copy the link.");
    }
  };
  return (
    <div ref={field} className="flex items-end gap-2">
      <TextField label="Link" value={link} readOnly className="min-w-0 flex-1" />
      <button type="button" className={buttonStyle()} onClick={() => void copy()}>
        Copy
      </button>
    </div>
  );
}

type SeatsFormProps = Pick<InvitationPanelProps, "seated" | "mayChange" | "act"> & { seats: number };

function SeatsForm({ seats, seated, mayChange, act }: SeatsFormProps) {
  const [typed, setTyped] = useState(String(seats));
  const isWrong = !/^\d{1,3}$/.test(typed) || Number(typed) < 1 || Number(typed) > SEATS_MAX;
  const taken = `${seated} of ${counted(seats, "place")} by passcode ${seats === 1 ? "is" : "are"} taken.`;
  if (!mayChange) return <p className="tabular">{taken}</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWrong) void act({ act: "changeSeats", seats: typed });
  };
  return (
    <form noValidate onSubmit={submit} className="flex items-end gap-2">
      <TextField
        label="Places by passcode"
        hint={taken}
        error={isWrong ? `Enter a whole number from 1 to ${SEATS_MAX}.` : null}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className="min-w-0 flex-1"
      />
      {typed !== String(seats) && <Button type="submit">Set</Button>}
    </form>
  );
}
