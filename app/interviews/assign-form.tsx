// One interviewer and everybody of the season: a tick is an interview. What was shown goes with what is ticked now, so that two
// people at it do not undo each other.

import { Form, Link, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { nameSearch } from "../../domain/name-search";
import type { InterviewsPage } from "../../server/context/interviews";
import { dayWords } from "../applicants/file-facts";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { Panel } from "../ui/panel";

type Chosen = NonNullable<InterviewsPage["chosen"]>;

interface AssignFormProps {
  chosen: Chosen;
  /** Where the notes of an applicant are, for whoever may read them. */
  notesOf: ((applicantId: string) => string) | undefined;
  error: string | null;
}

export function AssignForm({ chosen, notesOf, error }: AssignFormProps) {
  const [filter, setFilter] = useState("");
  const { state } = useNavigation();
  const { finds } = nameSearch(filter);
  const isShown = ({ name }: Chosen["applicants"][number]) => finds(name);
  return (
    <Panel title={`Interviews of ${chosen.name}`}>
      <Form method="post" preventScrollReset className="flex w-full flex-col gap-3">
        <input type="hidden" name="intent" value="assign" />
        <input type="hidden" name="memberId" value={chosen.id} />
        {chosen.applicants.map(
          ({ id, isAssigned }) => isAssigned && <input key={id} type="hidden" name="shown" value={id} />,
        )}
        <div className="flex flex-wrap gap-3">
          <TextField
            label="Show names with"
            type="search"
            autoComplete="off"
            value={filter}
            onChange={({ target }) => setFilter(target.value)}
          />
          <TextField label="Day, for those you add" name="heldOn" type="date" hint="May stay empty." error={error} />
        </div>
        <ul className="max-h-120 overflow-y-auto rounded-md border border-hairline">
          {chosen.applicants.map((applicant) => (
            // Hidden and not left out: a tick counts whether or not it is shown.
            <li
              key={applicant.id}
              hidden={!isShown(applicant)}
              className="flex items-center gap-2 border-b border-hairline px-3 last:border-b-0"
            >
              <Tick applicant={applicant} />
              {notesOf && applicant.interviewers > 0 && (
                <Link
                  to={notesOf(applicant.id)}
                  aria-label={`Notes of ${applicant.name}`}
                  className="shrink-0 underline"
                >
                  Notes
                </Link>
              )}
            </li>
          ))}
        </ul>
        <Button type="submit" variant="primary" isBusy={state !== "idle"} className="self-start">
          Save the interviews
        </Button>
      </Form>
    </Panel>
  );
}

function Tick({ applicant }: { applicant: Chosen["applicants"][number] }) {
  const { id, name, school, isAssigned, heldOn, hasNote, interviewers } = applicant;
  const about = [
    heldOn && dayWords(heldOn),
    school,
    `${interviewers} interviewing`,
    hasNote && "has a note, so it stays",
  ]
    .filter(Boolean)
    .join(" · ");
  return (
    <label className="flex min-h-11 min-w-0 flex-1 items-center gap-3 py-1">
      {hasNote && <input type="hidden" name="ticked" value={id} />}
      <input
        // Ticked or not as the server has it: after a save the page shows what was saved.
        key={String(isAssigned)}
        type="checkbox"
        name="ticked"
        value={id}
        defaultChecked={isAssigned}
        disabled={hasNote}
        className="size-5 shrink-0"
      />
      <span className="min-w-0">
        <span className="block truncate">{name}</span>
        <span className="tabular block truncate text-meta text-muted">{about}</span>
      </span>
    </label>
  );
}
