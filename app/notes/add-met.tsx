// "Add somebody I met": any applicant of the season becomes one of my interviewees. Found by a few letters of the name.

import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { nameSearch } from "../../domain/name-search";
import type { MetApplicant } from "../../server/context/notes";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { Panel } from "../ui/panel";

const shownAtMost = 8;

export function AddMet({ others }: { others: readonly MetApplicant[] }) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const { state } = useNavigation();
  if (!isOpen) {
    return (
      <p>
        <Button className="min-h-11" onClick={() => setOpen(true)}>
          Add somebody I met…
        </Button>
      </p>
    );
  }
  const found = foundBy(others, typed);
  return (
    <Panel title="Add somebody I met">
      <TextField
        label="Part of their name"
        type="search"
        autoComplete="off"
        className="w-full max-w-80"
        autoFocus
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <p role="status" className="text-muted">
        {typed.trim() !== "" && found.length === 0 && "Nobody of that name, or they are on your list already."}
        {found.length > shownAtMost && `${found.length} found: type more of the name.`}
      </p>
      <Form method="post" className="w-full">
        <input type="hidden" name="intent" value="add" />
        <ul className="flex flex-col gap-2">
          {found.slice(0, shownAtMost).map(({ id, name, school }) => (
            <li key={id}>
              <button
                type="submit"
                name="applicantId"
                value={id}
                aria-disabled={state !== "idle"}
                className="flex min-h-12 w-full flex-col items-start justify-center rounded-md border border-control px-3 text-left hover:bg-middle-tint"
              >
                <span className="font-bold">{name}</span>
                {school && <span className="text-meta text-muted">{school}</span>}
              </button>
            </li>
          ))}
        </ul>
      </Form>
      <Button onClick={() => setOpen(false)}>Close</Button>
    </Panel>
  );
}

/** Every word that was typed has to be in the name. */
export function foundBy(others: readonly MetApplicant[], typed: string): MetApplicant[] {
  const { isEmpty, finds } = nameSearch(typed);
  return isEmpty ? [] : others.filter(({ name }) => finds(name));
}
