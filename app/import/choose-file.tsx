// The first step: a file, and what it holds where that is known. What is too large is said before it is sent.
import { Form, useNavigation } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { importKinds, importKindWords } from "../../domain/import-kinds";
import type { ProgramRefusal } from "../../server/load-context";
import { Refusal } from "../programs/ask-dialog";
import { Button } from "../ui/button";
import { Field, SelectField } from "../ui/field";
import { Panel } from "../ui/panel";

const largestMegabytes = 20;
const tooLarge = `That file is larger than ${largestMegabytes} MB. Export fewer columns or fewer applicants.`;

export function ChooseFile({ refusal }: { refusal: ProgramRefusal | null }) {
  const [isTooLarge, setTooLarge] = useState(false);
  const isBusy = useNavigation().formData?.get("intent") === "upload";
  const look = (event: FormEvent<HTMLFormElement>) => {
    const file = new FormData(event.currentTarget).get("file");
    const isLarge = file instanceof File && file.size > largestMegabytes * 1024 * 1024;
    setTooLarge(isLarge);
    if (isLarge) event.preventDefault();
  };
  const error = isTooLarge ? tooLarge : refusal?.field === "file" ? refusal.message : null;
  return (
    <Panel title="A file">
      <p className="max-w-[70ch] text-muted">
        CSV, TSV or XLSX with at most 5,000 rows, or a ZIP of photos named by AAMC ID, such as 12345678.jpg. Nothing is
        changed before you have seen what would be.
      </p>
      <Form
        method="post"
        encType="multipart/form-data"
        onSubmit={look}
        className="flex w-full flex-col items-start gap-4"
      >
        <input type="hidden" name="intent" value="upload" />
        <Field label="File" className="w-full" error={error}>
          {(wiring) => (
            <input
              {...wiring}
              type="file"
              name="file"
              accept=".csv,.tsv,.txt,.xlsx,.zip"
              required
              className="w-full rounded-md border border-control bg-surface p-2 file:mr-3 file:rounded-md file:border file:border-control file:bg-surface file:px-3 file:py-1 file:text-ink"
            />
          )}
        </Field>
        <SelectField label="What it holds" name="kind" className="w-full sm:w-80" defaultValue="">
          <option value="">Told by its columns</option>
          {importKinds.map((kind) => (
            <option key={kind} value={kind}>
              {importKindWords[kind]}
            </option>
          ))}
        </SelectField>
        {refusal && refusal.field !== "file" && <Refusal sentence={refusal.message} />}
        <Button type="submit" variant="primary" isBusy={isBusy}>
          Upload
        </Button>
      </Form>
    </Panel>
  );
}
