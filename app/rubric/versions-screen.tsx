// Every version of the rubric with who, when and why, and any two of them side by side.
import { Form } from "@remix-run/react";
import { rubricRows } from "../../domain/rubric-words";
import type { VersionWords } from "../../server/context/rubrics";
import { Button } from "../ui/button";
import { SelectField } from "../ui/field";
import { Panel } from "../ui/panel";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { SignedBy } from "./rubric-breakdown";

interface VersionsScreenProps {
  versions: readonly VersionWords[];
  /** The two to compare. */
  before: VersionWords;
  after: VersionWords;
}

export const VersionsScreen = ({ versions, before, after }: VersionsScreenProps) => (
  <>
    <Panel title="Versions">
      <ol reversed start={versions[0]?.version} className="w-full">
        {versions.map(({ version, written }) => (
          <li key={version} className="border-b border-hairline py-2 last:border-b-0">
            <p className="font-bold">{titleOf(version)}</p>
            {written && (
              <p>
                {written.reason} <SignedBy signature={written} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </Panel>
    <Panel title="Compare">
      <Form method="get" className="flex w-full flex-wrap items-end gap-4">
        <VersionChoice label="From" name="from" chosen={before.version} versions={versions} />
        <VersionChoice label="To" name="to" chosen={after.version} versions={versions} />
        <Button type="submit">Compare</Button>
      </Form>
      <Comparison before={before} after={after} />
    </Panel>
    <Panel title={`${titleOf(after.version)} in full`}>
      <dl className="w-full">
        {rubricRows(after.rubric).map(({ label, text }) => (
          <div
            key={label}
            className="grid gap-x-4 border-b border-hairline py-2 last:border-b-0 sm:grid-cols-[16rem_minmax(0,1fr)]"
          >
            <dt className="text-muted">{label}</dt>
            <dd className="whitespace-pre-line">{text}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  </>
);

const titleOf = (version: number): string => (version === 0 ? "The default" : `Version ${version}`);

interface VersionChoiceProps {
  label: string;
  name: string;
  chosen: number;
  versions: readonly VersionWords[];
}

const VersionChoice = ({ label, name, chosen, versions }: VersionChoiceProps) => (
  <SelectField label={label} name={name} defaultValue={chosen} className="basis-40">
    {versions.map(({ version }) => (
      <option key={version} value={version}>
        {titleOf(version)}
      </option>
    ))}
  </SelectField>
);

const Comparison = ({ before, after }: Pick<VersionsScreenProps, "before" | "after">) => {
  const old = new Map(rubricRows(before.rubric).map(({ label, text }) => [label, text]));
  const changed = rubricRows(after.rubric).filter(({ label, text }) => old.get(label) !== text);
  if (changed.length === 0) return <p>The two are the same.</p>;
  return (
    <Table caption="What differs" isCaptionHidden>
      <thead>
        <tr>
          <ColumnHeading>What</ColumnHeading>
          <ColumnHeading>{titleOf(before.version)}</ColumnHeading>
          <ColumnHeading>{titleOf(after.version)}</ColumnHeading>
        </tr>
      </thead>
      <tbody>
        {changed.map(({ label, text }) => (
          <tr key={label}>
            <th scope="row" className="border-b border-hairline px-3 py-2 align-top">
              {label}
            </th>
            <Cell className="min-w-48 align-top whitespace-pre-line">{old.get(label)}</Cell>
            <Cell className="min-w-48 align-top whitespace-pre-line">{text}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};
