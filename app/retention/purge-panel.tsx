// The purge: first what it would take, then the program's name typed, then it is gone for good.
import { Form, useNavigation } from "@remix-run/react";
import { takenKinds, takenWords } from "../../domain/retention";
import type { RetentionPage } from "../../server/load-context";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { Panel } from "../ui/panel";
import { Cell, ColumnHeading, Table } from "../ui/table";
import type { FormOutcome } from "./retention-answer";

export function PurgePanel({ page, outcome }: { page: RetentionPage; outcome: FormOutcome | null }) {
  const { state, formData } = useNavigation();
  const isBusy = state !== "idle" && formData?.get("form") === "purge";
  const { purge, hold, programName } = page;
  if (!purge) {
    return (
      <Panel title="Purge">
        <p className="text-muted">
          {hold ? "A legal hold stands, so nothing can be purged." : "Nothing is due: no match year is past its time."}
        </p>
      </Panel>
    );
  }
  const years = page.held.filter((year) => year.isOver && year.meetings.some(({ purgedAt }) => purgedAt === null));
  return (
    <Panel title="Purge">
      <p className="max-w-[70ch]">
        This takes what follows out of {purge.meetingCount === 1 ? "1 meeting" : `${purge.meetingCount} meetings`} for
        good. The log keeps who did something and when, and its hashes, so that it can still be shown that nobody
        changed it. Backups made before are not changed.
      </p>
      <Table caption="What a purge would take, by match year" isCaptionHidden>
        <thead>
          <tr>
            <ColumnHeading>What</ColumnHeading>
            {years.map(({ matchYear }) => (
              <ColumnHeading key={matchYear} className="text-right">
                {matchYear}
              </ColumnHeading>
            ))}
          </tr>
        </thead>
        <tbody>
          {takenKinds.map((kind) => (
            <tr key={kind}>
              <Cell>{takenWords[kind]}</Cell>
              {years.map(({ matchYear, held }) => (
                <Cell key={matchYear} isNumber>
                  {held[kind]}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <Form method="post" noValidate className="flex w-full max-w-120 flex-col items-start gap-4">
        <input type="hidden" name="plan" value={purge.plan} />
        <TextField
          label="Type the program's name"
          name="name"
          autoComplete="off"
          required
          className="w-full"
          error={outcome?.form === "purge" && outcome.field === "name" ? outcome.message : null}
          hint={programName}
        />
        <Button type="submit" name="form" value="purge" variant="danger" isBusy={isBusy}>
          Purge for good
        </Button>
      </Form>
    </Panel>
  );
}
