// The second step: what each column holds, with three of its values beside it. Guessed from the headings and from what the
// program said before; protected columns are named and cannot be mapped.

import { Form, useNavigation, useSubmit } from "@remix-run/react";
import { useId } from "react";
import { counted } from "../../domain/count-words";
import { importKindWords } from "../../domain/import-kinds";
import type { ImportView } from "../../server/context/imports";
import type { ProgramRefusal } from "../../server/load-context";
import { Refusal } from "../programs/ask-dialog";
import { Button } from "../ui/button";
import { SelectField } from "../ui/field";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { ProtectedColumns } from "./protected-columns";

const tableKinds = ["applicants", "preliminaryList", "interviewScores", "pastLists"] as const;

export function MappingForm({ view, refusal }: { view: ImportView; refusal: ProgramRefusal | null }) {
  const submit = useSubmit();
  const id = useId();
  const isBusy = useNavigation().formData?.get("intent") === "check";
  return (
    <>
      <Form method="post" onChange={(event) => submit(event.currentTarget)}>
        <input type="hidden" name="intent" value="changeKind" />
        <SelectField
          key={view.kind}
          label="What the file holds"
          name="kind"
          defaultValue={view.kind}
          className="w-full sm:w-80"
          hint={`${counted(view.rowCount, "row")} below the heading`}
        >
          {tableKinds.map((kind) => (
            <option key={kind} value={kind}>
              {importKindWords[kind]}
            </option>
          ))}
        </SelectField>
        <noscript>
          <Button type="submit">Change</Button>
        </noscript>
      </Form>
      <ProtectedColumns columns={view.protectedColumns} />
      <Form key={view.kind} method="post" className="flex flex-col items-start gap-4">
        <input type="hidden" name="intent" value="check" />
        <Table caption="Columns of the file" isCaptionHidden>
          <thead>
            <tr>
              <ColumnHeading>Column</ColumnHeading>
              <ColumnHeading className="max-sm:hidden">For example</ColumnHeading>
              <ColumnHeading>Holds</ColumnHeading>
            </tr>
          </thead>
          <tbody>
            {view.columns.map(({ heading, samples, field }, at) => (
              <tr key={heading}>
                <Cell className="min-w-32 break-words">
                  <span id={`${id}-${at}`}>{heading}</span>
                  {/* On a phone the samples stand below, so that what is to be chosen stays on the screen. */}
                  <span className="block text-meta text-muted sm:hidden">{sampleWords(samples)}</span>
                </Cell>
                <Cell className="max-w-80 min-w-40 break-words text-muted max-sm:hidden">{sampleWords(samples)}</Cell>
                <Cell>
                  <select
                    name={`field${at}`}
                    defaultValue={field ?? ""}
                    aria-labelledby={`${id}-${at}`}
                    className="min-h-9 w-40 rounded-md border border-control bg-surface px-3 py-1.5 text-ink sm:w-56 pointer-coarse:min-h-11 pointer-coarse:text-entry"
                  >
                    <option value="">Left out</option>
                    {view.fields.map(({ field: value, words }) => (
                      <option key={value} value={value}>
                        {words}
                      </option>
                    ))}
                  </select>
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
        <p className="max-w-[70ch] text-muted">
          A column that is mapped overrides what is on file, with its blank cells too; what no column is mapped to stays
          as it is. The program remembers this mapping.
        </p>
        {refusal && <Refusal sentence={refusal.message} />}
        <Button type="submit" variant="primary" isBusy={isBusy}>
          See what it would change
        </Button>
      </Form>
    </>
  );
}

const sampleWords = (samples: readonly string[]): string =>
  samples.length === 0 ? "Nothing in it" : samples.join(" · ");
