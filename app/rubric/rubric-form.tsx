// The rubric being changed: its fields, what the change would do to places before it is saved, and why it is made.

import { Form, Link, useActionData, useNavigation } from "@remix-run/react";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { placeChanges } from "../../domain/rubric-order";
import { isScorable, rubricOf, typedOf } from "../../domain/rubric-typed";
import type { ProgramAnswer } from "../../server/context/answers";
import type { RubricPage } from "../../server/context/rubrics";
import { Refusal } from "../programs/ask-dialog";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { TextAreaField } from "../ui/field";
import { Panel } from "../ui/panel";
import { SentenceArea } from "../ui/sentence-area";
import { FloorFields, LineFields, SponsorFields } from "./rubric-fields";
import { scoredBy } from "./scored-applicants";
import type { FieldWiring } from "./typed-field";
import { WhatIfBar, WhatIfPanel } from "./what-if-panel";

export function RubricForm({ page }: { page: RubricPage }) {
  const { current, season } = page;
  const answer = useActionData<ProgramAnswer>();
  const isBusy = useNavigation().state !== "idle";
  const [typed, setTyped] = useState(() => typedOf(current.rubric));
  const form = useRef<HTMLFormElement>(null);
  const refusal = answer && !answer.ok ? answer : null;
  const deferred = useDeferredValue(typed);
  const { draft, changes } = useMemo(() => {
    const tried = rubricOf(deferred);
    const { applicants, current: now } = page;
    const isTold = isScorable(tried);
    const moved = isTold ? placeChanges(scoredBy(now.rubric, applicants), scoredBy(tried, applicants)) : null;
    return { draft: tried, changes: moved };
  }, [deferred, page]);

  useEffect(() => {
    if (refusal) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [refusal]);

  const wiring: FieldWiring = {
    typed,
    errorOf: (field) => (refusal?.field === field ? refusal.message : null),
    onType: (field, value) => setTyped((before) => ({ ...before, [field]: value })),
  };
  // Of the version, which is no field; everything else has its place.
  const isAtFoot = refusal !== null && (refusal.field === undefined || refusal.field === "version");

  return (
    <Form
      ref={form}
      method="post"
      noValidate
      className="flex flex-col gap-4 [&_input]:scroll-mb-20 [&_textarea]:scroll-mb-20"
    >
      <input type="hidden" name="version" value={current.version} />
      <LineFields wiring={wiring} />
      <SponsorFields wiring={wiring} />
      <FloorFields wiring={wiring} now={current.rubric} then={draft} applicants={page.applicants} />
      <Panel title="What made the cut">
        <TextAreaField
          isOfPerson={false}
          label="By which criteria applicants were screened"
          name="criteria"
          rows={5}
          value={typed.criteria}
          onChange={(event) => wiring.onType("criteria", event.currentTarget.value)}
          hint="Kept with the season and with each version. It may be discoverable."
          error={wiring.errorOf("criteria")}
          className="w-full"
        />
      </Panel>
      <WhatIfBar changes={changes} applicants={page.applicants} />
      <WhatIfPanel changes={changes} applicants={page.applicants} />
      <Panel title="Save as a new version">
        <SentenceArea
          isOfPerson={false}
          label="Why this change?"
          name="reason"
          hint="It is kept with your name and the date. Versions before stay as they were."
          error={wiring.errorOf("reason")}
          className="w-full"
        />
        {isAtFoot && <Refusal sentence={refusal.message} />}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" isBusy={isBusy}>
            Save version {current.version + 1}
          </Button>
          <Link to={`/seasons/${season.id}/rubric`} className={buttonStyle()}>
            Cancel
          </Link>
        </div>
      </Panel>
    </Form>
  );
}
