// The legal hold: while it stands, nothing of the program is purged, however old.

import { Form } from "@remix-run/react";
import type { RetentionPage } from "../../server/load-context";
import { Button } from "../ui/button";
import { Moment } from "../ui/moment";
import { Panel } from "../ui/panel";
import { SentenceArea } from "../ui/sentence-area";
import type { FormOutcome } from "./retention-answer";

export function HoldPanel({ hold, outcome }: { hold: RetentionPage["hold"]; outcome: FormOutcome | null }) {
  const error = outcome?.field === "reason" ? outcome.message : null;
  return (
    <Panel title="Legal hold">
      {hold ? (
        <p>
          <b>A legal hold stands</b> since <Moment at={hold.placedAt} isDated />, placed by {hold.placedBy}: “
          {hold.reason}”
        </p>
      ) : (
        <p className="text-muted">None stands. While one does, nothing is purged.</p>
      )}
      <Form method="post" noValidate className="flex w-full max-w-120 flex-col items-start gap-4">
        <SentenceArea
          isOfPerson={false}
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
