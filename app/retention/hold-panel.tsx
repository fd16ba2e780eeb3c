// The legal hold: while it stands, nothing of the program is purged, however old.
import { Form } from "@remix-run/react";
import type { RetentionPage } from "../../server/load-context";
import { Button } from "../ui/button";
import { TextAreaField } from "../ui/field";
import { Panel } from "../ui/panel";
import { dayWords } from "./day-words";
import type { FormOutcome } from "./retention-answer";

export function HoldPanel({ hold, outcome }: { hold: RetentionPage["hold"]; outcome: FormOutcome | null }) {
  const error = outcome?.field === "reason" ? outcome.message : null;
  return (
    <Panel title="Legal hold">
      {hold ? (
        <p>
          <b>A legal hold stands</b> since {dayWords(hold.placedAt.slice(0, 10))}, placed by {hold.placedBy}: “
          {hold.reason}”
        </p>
      ) : (
        <p className="text-muted">None stands. While one does, nothing is purged.</p>
      )}
      <Form method="post" noValidate className="flex w-full max-w-120 flex-col items-start gap-4">
        <TextAreaField
          key={hold ? "lift" : "place"}
          label={hold ? "Why it may end" : "What it is for"}
          name="reason"
          rows={2}
          required
          className="w-full"
          error={error}
          hint="Name no applicant. May be discoverable."
        />
        <Button type="submit" name="form" value={hold ? "lift" : "hold"}>
          {hold ? "Lift the hold" : "Place a hold"}
        </Button>
      </Form>
    </Panel>
  );
}
