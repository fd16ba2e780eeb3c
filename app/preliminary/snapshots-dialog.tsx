// The snapshots of a draft: taken with a name, compared with each other and with how the list stands, and come back to.
import { type FormEvent, useState } from "react";
import type { Snapshot } from "../../domain/meeting";
import type { Difference } from "../../server/context/preliminary";
import { Button } from "../ui/button";
import { Sheet } from "../ui/dialog";
import { SelectField, TextField } from "../ui/field";
import { Moment } from "../ui/moment";
import { AnswerNote } from "./answer-note";
import { ChangeList } from "./change-list";
import { useAnswer } from "./use-answer";

interface SnapshotsDialogProps {
  seasonId: string;
  snapshots: readonly Snapshot[];
  /** What the list as it stands is called. */
  nowLabel: string;
  /** While the list is a draft: takes one. Resolves to the sentence of a refusal. */
  onTake?: (name: string) => Promise<string | null>;
  onRestore?: (seq: number) => void;
  /** Who took it, where that can be said. */
  nameOf?: (memberId: string) => string | undefined;
  onClose: () => void;
}

export function SnapshotsDialog(props: SnapshotsDialogProps) {
  const { snapshots, onTake, onRestore, nameOf, onClose } = props;
  const newestFirst = [...snapshots].reverse();
  return (
    <Sheet
      isOpen
      title="Snapshots"
      description="A name for how the list stood, to compare with and to come back to."
      onClose={onClose}
    >
      {onTake && <TakeForm onTake={onTake} />}
      {newestFirst.length === 0 ? (
        <p className="text-muted">There are none yet.</p>
      ) : (
        <ul>
          {newestFirst.map(({ seq, name, at, by }) => (
            <li key={seq} className="flex flex-wrap items-center gap-x-4 border-b border-hairline py-1 last:border-b-0">
              <p className="min-w-0 flex-1 basis-48 break-words">
                {name}
                <span className="block text-meta text-muted">
                  <Moment at={at} />
                  {by !== null && nameOf?.(by) && ` · ${nameOf(by)}`}
                </span>
              </p>
              {onRestore && (
                <Button aria-label={`Start from ${name}`} onClick={() => onRestore(seq)}>
                  Start from it…
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {newestFirst.length > 0 && <Comparison {...props} snapshots={newestFirst} />}
    </Sheet>
  );
}

function TakeForm({ onTake }: { onTake: (name: string) => Promise<string | null> }) {
  const [name, setName] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return setError("Give it a name, such as “After the first pass”.");
    setIsBusy(true);
    const refusal = await onTake(name.trim());
    setIsBusy(false);
    setError(refusal);
    if (refusal === null) setName("");
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex items-start gap-2">
      <TextField
        label="Name"
        className="flex-1"
        maxLength={80}
        autoComplete="off"
        value={name}
        error={error}
        hint="Of the moment, not of an applicant."
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" variant="primary" className="mt-6" isBusy={isBusy}>
        Take a snapshot
      </Button>
    </form>
  );
}

function Comparison({
  seasonId,
  snapshots,
  nowLabel,
}: Pick<SnapshotsDialogProps, "seasonId" | "snapshots" | "nowLabel">) {
  const [from, setFrom] = useState(String(snapshots[0]?.seq ?? ""));
  const [to, setTo] = useState("now");
  const [isAsked, setIsAsked] = useState(false);
  const url = `/seasons/${seasonId}/preliminary/difference?from=${from}&to=${to}`;
  const { answer, retry } = useAnswer<{ difference: Difference }>(isAsked ? url : null);
  const options = snapshots.map(({ seq, name }) => (
    <option key={seq} value={seq}>
      {name}
    </option>
  ));
  return (
    <section aria-labelledby="comparison" className="flex flex-col items-start gap-3">
      <h3 id="comparison" className="font-bold">
        Compare
      </h3>
      <div className="grid w-full gap-3 sm:grid-cols-2">
        <SelectField label="From" value={from} onChange={(event) => setFrom(event.target.value)}>
          {options}
        </SelectField>
        <SelectField label="To" value={to} onChange={(event) => setTo(event.target.value)}>
          <option value="now">{nowLabel}</option>
          {options}
        </SelectField>
      </div>
      {!isAsked && <Button onClick={() => setIsAsked(true)}>Show the difference</Button>}
      <AnswerNote answer={answer} retry={retry} />
      {answer.status === "ready" && (
        <div aria-live="polite" className="w-full">
          <ChangeList changes={answer.difference.changes} nameOf={(id) => answer.difference.names[id] ?? "Somebody"} />
          <Button className="mt-2" onClick={retry}>
            Compare again
          </Button>
        </div>
      )}
    </section>
  );
}
