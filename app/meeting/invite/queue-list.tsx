// Who waits to be let in: admit one or all, or say why not now.
import { type FormEvent, useState } from "react";
import type { QueueEntry } from "../../../domain/joining";
import { roleWords } from "../../../domain/member";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { Initials } from "../../ui/initials";

type Act = (fields: Record<string, string>) => Promise<boolean>;

export function QueueList({ queue, mayDecide, act }: { queue: QueueEntry[]; mayDecide: boolean; act: Act }) {
  const clear = queue.filter(({ continues }) => !continues).length;
  if (queue.length === 0) return <p className="text-muted">Nobody is waiting.</p>;
  return (
    <section aria-labelledby="queue" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id="queue" className="tabular">
          Waiting: {queue.length}
        </h3>
        {mayDecide && clear > 1 && (
          <Button onClick={() => void act({ act: "admitAll" })}>
            {clear === queue.length ? `Admit all ${clear}` : `Admit the other ${clear}`}
          </Button>
        )}
      </div>
      {!mayDecide && <p className="text-muted">The program director or the associate PD lets them in.</p>}
      <ul className="divide-y divide-hairline rounded-md border border-hairline">
        {queue.map((entry) => (
          <QueueLine key={entry.requestId} entry={entry} mayDecide={mayDecide} act={act} />
        ))}
      </ul>
    </section>
  );
}

function QueueLine({ entry, mayDecide, act }: { entry: QueueEntry; mayDecide: boolean; act: Act }) {
  const [isRefusing, setRefusing] = useState(false);
  const { requestId, name, role, continues } = entry;
  return (
    <li className="flex flex-col gap-2 px-3 py-2">
      <div className="flex flex-wrap items-center gap-3">
        <Initials name={name} />
        <span className="min-w-0 flex-1">
          {name}
          <span className="block text-meta text-muted">{roleWords[role]}</span>
        </span>
        {mayDecide && (
          <span className="flex gap-2">
            <Button aria-expanded={isRefusing} aria-label={`Not now: ${name}`} onClick={() => setRefusing(!isRefusing)}>
              Not now
            </Button>
            <Button
              variant="primary"
              aria-label={`Admit ${name}`}
              onClick={() => void act({ act: "admit", requestId })}
            >
              Admit
            </Button>
          </span>
        )}
      </div>
      {continues && (
        <p className="text-flag">
          That name is in use on another device, which is out once you admit this one. Make sure it is the same person.
        </p>
      )}
      {isRefusing && <RefuseForm name={name} onSend={(sentence) => act({ act: "refuse", requestId, sentence })} />}
    </li>
  );
}

function RefuseForm({ name, onSend }: { name: string; onSend: (sentence: string) => Promise<boolean> }) {
  const [sentence, setSentence] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSend(sentence);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <TextField
        label={`A word for ${name}`}
        hint="They read it on their screen. It may stay empty."
        value={sentence}
        maxLength={500}
        autoComplete="off"
        onChange={(event) => setSentence(event.target.value)}
      />
      <Button type="submit" className="self-end">
        Do not let in now
      </Button>
    </form>
  );
}
