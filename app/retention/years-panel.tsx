// How long: years after the end of a match year.
import { Form } from "@remix-run/react";
import { LEAST_YEARS, MOST_YEARS } from "../../domain/retention";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { Panel } from "../ui/panel";
import type { FormOutcome } from "./retention-answer";

export const YearsPanel = ({ years, outcome }: { years: number; outcome: FormOutcome | null }) => (
  <Panel title="How long">
    <Form method="post" noValidate className="flex w-full max-w-120 flex-col items-start gap-4">
      <TextField
        label="Years after the end of a match year"
        name="years"
        type="number"
        inputMode="numeric"
        min={LEAST_YEARS}
        max={MOST_YEARS}
        key={years}
        defaultValue={years}
        required
        className="w-full"
        error={outcome?.form === "years" && outcome.field === "years" ? outcome.message : null}
        hint={`A match year ends on June 30. Hiring records are kept at least ${LEAST_YEARS} years. Nothing is removed by itself: somebody purges it below.`}
      />
      <Button type="submit" name="form" value="years">
        Save
      </Button>
    </Form>
  </Panel>
);
