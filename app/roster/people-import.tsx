// People from a file: first what it would change, row by row, then the deed. Bad rows keep nobody else out.

import { Form, Link, useNavigation } from "@remix-run/react";
import { roleWords } from "../../domain/member";
import type { BadCell, PeoplePlan, PlannedPerson, ProgramRefusal } from "../../server/load-context";
import { Refusal } from "../programs/ask-dialog";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { Field } from "../ui/field";
import { MailAddress } from "../ui/mail-address";
import { Panel } from "../ui/panel";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { changeWords, doneWords, planWords } from "./plan-words";

export type ImportAnswer =
  | { step: "refused"; refusal: ProgramRefusal }
  | { step: "checked"; text: string; plan: PeoplePlan }
  | { step: "done"; plan: PeoplePlan };

export function PeopleImport({ programId, answer }: { programId: string; answer: ImportAnswer | null }) {
  if (answer?.step === "done") {
    return (
      <>
        <p role="status">{doneWords(answer.plan)}</p>
        {answer.plan.bad.length > 0 && <BadRows bad={answer.plan.bad} />}
        <p>
          <Link to={`/programs/${programId}/roster`} className={buttonStyle("primary")}>
            To the roster
          </Link>
        </p>
      </>
    );
  }
  return (
    <>
      <ChooseFile refusal={answer?.step === "refused" ? answer.refusal : null} />
      {answer?.step === "checked" && <CheckedFile text={answer.text} plan={answer.plan} />}
    </>
  );
}

function ChooseFile({ refusal }: { refusal: ProgramRefusal | null }) {
  const busyWith = useNavigation().formData?.get("intent");
  return (
    <Panel title="The file">
      <p className="text-muted">
        CSV with the columns Name, E-mail and Role: pd, associate pd, coordinator, chief, faculty or observer. Nothing
        is changed before you have seen what would be. Nobody is removed by a file.
      </p>
      <Form method="post" encType="multipart/form-data" className="flex w-full flex-col items-start gap-4">
        <input type="hidden" name="intent" value="check" />
        <Field label="People" className="w-full" error={refusal?.field === "file" ? refusal.message : null}>
          {(wiring) => (
            <input
              {...wiring}
              type="file"
              name="file"
              accept=".csv,.tsv,.txt,text/csv"
              required
              className="w-full rounded-md border border-control bg-surface p-2 file:mr-3 file:rounded-md file:border file:border-control file:bg-surface file:px-3 file:py-1 file:text-ink"
            />
          )}
        </Field>
        {refusal && refusal.field !== "file" && <Refusal sentence={refusal.message} />}
        <Button type="submit" variant="primary" isBusy={busyWith === "check"}>
          Check the file
        </Button>
      </Form>
    </Panel>
  );
}

function CheckedFile({ text, plan }: { text: string; plan: PeoplePlan }) {
  const busyWith = useNavigation().formData?.get("intent");
  const differing = plan.people.filter(({ change }) => change !== "unchanged").length;
  return (
    <>
      <div role="status" className="flex flex-col gap-1">
        <h2 className="font-bold">What it would change</h2>
        <p>{planWords(plan)}</p>
        {plan.notes.map((note) => (
          <p key={note} className="text-flag">
            {note}
          </p>
        ))}
      </div>
      {plan.bad.length > 0 && <BadRows bad={plan.bad} />}
      {plan.people.length > 0 && <PlannedRows people={plan.people} />}
      <Form method="post" className="flex flex-wrap gap-2">
        <input type="hidden" name="intent" value="import" />
        <input type="hidden" name="text" value={text} />
        {differing > 0 ? (
          <Button type="submit" variant="primary" isBusy={busyWith === "import"}>
            {differing === 1 ? "Import 1 person" : `Import ${differing} people`}
          </Button>
        ) : (
          <p>There is nothing to import.</p>
        )}
      </Form>
    </>
  );
}

const BadRows = ({ bad }: { bad: readonly BadCell[] }) => (
  <Table caption="Rows that cannot be taken">
    <thead>
      <tr>
        <ColumnHeading className="text-right">Row</ColumnHeading>
        <ColumnHeading>Column</ColumnHeading>
        <ColumnHeading>Value</ColumnHeading>
        <ColumnHeading>Expected</ColumnHeading>
      </tr>
    </thead>
    <tbody>
      {bad.map(({ row, column, value, expected }) => (
        <tr key={`${row} ${column} ${expected}`}>
          <Cell isNumber>{row}</Cell>
          <Cell>{column}</Cell>
          <Cell className="break-words">{value === "" ? <span className="text-muted">empty</span> : value}</Cell>
          <Cell className="min-w-40">{expected}</Cell>
        </tr>
      ))}
    </tbody>
  </Table>
);

const PlannedRows = ({ people }: { people: readonly PlannedPerson[] }) => (
  <Table caption="Rows that can be taken">
    <thead>
      <tr>
        <ColumnHeading className="text-right">Row</ColumnHeading>
        <ColumnHeading>Name</ColumnHeading>
        <ColumnHeading>Role</ColumnHeading>
        <ColumnHeading>Change</ColumnHeading>
      </tr>
    </thead>
    <tbody>
      {people.map((person) => (
        <tr key={person.row}>
          <Cell isNumber>{person.row}</Cell>
          <Cell className="min-w-40">
            <span className="block">{person.name}</span>
            <span className="block text-meta break-all text-muted">
              <MailAddress of={person.email} />
            </span>
          </Cell>
          <Cell>{roleWords[person.role]}</Cell>
          <Cell>{changeWords(person)}</Cell>
        </tr>
      ))}
    </tbody>
  </Table>
);
