// One import from its mapping to its end: what there is to do at each step, and what became of the last.
import { Form, Link, useNavigation } from "@remix-run/react";
import type { ImportView } from "../../server/context/imports";
import type { ProgramRefusal } from "../../server/load-context";
import { Refusal } from "../programs/ask-dialog";
import { Button } from "../ui/button";
import type { ButtonVariant } from "../ui/button-style";
import { buttonStyle } from "../ui/button-style";
import { Moment } from "../ui/moment";
import { AtWork } from "./at-work";
import { DryRun } from "./dry-run";
import { importWords, takenBackWords } from "./import-words";
import { MappingForm } from "./mapping-form";

interface StepsProps {
  view: ImportView;
  refusal: ProgramRefusal | null;
}

export function ImportSteps({ view, refusal }: StepsProps) {
  switch (view.step) {
    case "checking":
    case "committing":
      return <AtWork view={view} />;
    case "uploaded":
      return (
        <>
          <Told view={view} />
          {view.kind === "photos" ? <PhotosToCheck refusal={refusal} /> : <MappingForm view={view} refusal={refusal} />}
          <Act intent="discard">Discard this file</Act>
        </>
      );
    case "checked":
      return <Checked view={view} refusal={refusal} />;
    case "done":
      return <Done view={view} refusal={refusal} />;
    case "undone":
      return <TakenBack view={view} />;
  }
}

/** Why the last work did not come to its end, or which colleague took it back. */
const Told = ({ view: { told } }: { view: ImportView }) => told && <p role="status">{told}</p>;

const PhotosToCheck = ({ refusal }: { refusal: ProgramRefusal | null }) => (
  <>
    {refusal && <Refusal sentence={refusal.message} />}
    <Act intent="check" variant="primary">
      See whose photos these are
    </Act>
  </>
);

function Checked({ view, refusal }: StepsProps) {
  const { counts, kind, protectedColumns } = view;
  const isKept = protectedColumns.kept.length > 0;
  const count = counts ? counts.new + counts.changed + (isKept ? counts.unchanged : 0) : 0;
  return (
    <>
      <Told view={view} />
      <DryRun view={view} />
      {refusal && <Refusal sentence={refusal.message} />}
      <div className="flex flex-wrap items-center gap-2">
        {counts && count > 0 ? (
          <Act intent="commit" variant="primary">
            {importWords(counts, isKept)}
          </Act>
        ) : (
          <p>There is nothing to import.</p>
        )}
        {kind !== "photos" && <Act intent="remap">Back to the columns</Act>}
        <Act intent="discard">Discard this file</Act>
      </div>
    </>
  );
}

function Done({ view, refusal }: StepsProps) {
  const { undoUntil, season } = view;
  return (
    <>
      <p role="status" className="font-bold">
        Imported.
      </p>
      <DryRun view={view} />
      {refusal && <Refusal sentence={refusal.message} />}
      <div className="flex flex-wrap items-center gap-2">
        <Link to={`/seasons/${season.id}`} className={buttonStyle("primary")}>
          To the season
        </Link>
        {undoUntil && (
          <Act intent="undo" variant="danger">
            Take this import back
          </Act>
        )}
      </div>
      {undoUntil && (
        <p className="max-w-[70ch] text-muted">
          Until <Moment at={undoUntil} />: takes back what this import did where nobody has touched it since, and says
          what it had to leave.
        </p>
      )}
    </>
  );
}

function TakenBack({ view }: { view: ImportView }) {
  const { takenBack, season } = view;
  const { count = 0, kept = [] } = takenBack ?? {};
  return (
    <>
      <Told view={view} />
      <p role="status" className="font-bold">
        {takenBackWords(count, kept.length)}
      </p>
      {kept.length > 0 && (
        <ul className="flex flex-col gap-1">
          {kept.map(({ who, what, why }) => (
            <li key={`${who} ${what} ${why}`}>
              {who}
              {what && `, ${what}`}: {why}
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to={`/seasons/${season.id}/import`} className={buttonStyle("primary")}>
          To the imports
        </Link>
      </p>
    </>
  );
}

function Act({ intent, variant, children }: { intent: string; variant?: ButtonVariant; children: string }) {
  const isBusy = useNavigation().formData?.get("intent") === intent;
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <Button type="submit" {...(variant && { variant })} isBusy={isBusy}>
        {children}
      </Button>
    </Form>
  );
}
