// Every interviewer's note of one applicant, for the hosts before the meeting; each can be struck with a reason, and what it said
// before can be read.

import { Link } from "@remix-run/react";
import { useState } from "react";
import { discoverable } from "../../domain/note-words";
import type { ApplicantNotes, InterviewNote } from "../../server/context/notes";
import { AskDialog } from "../programs/ask-dialog";
import { Button } from "../ui/button";
import { Moment } from "../ui/moment";
import { Panel } from "../ui/panel";
import { SentenceArea } from "../ui/sentence-area";
import { InterviewPanel } from "./interview-panel";

export function ApplicantNotesScreen({ about }: { about: ApplicantNotes }) {
  const { season, view, applicant, struck, rewritten, isReadOnly } = about;
  const [striking, setStriking] = useState<InterviewNote | null>(null);
  return (
    <>
      <p className="text-muted">
        {applicant.school && `${applicant.school} · `}Before the meeting only the program’s director and associate
        directors read these, and that they did is on record.
      </p>
      <section className="rounded-md border border-hairline bg-surface p-4 sm:p-6">
        <h2 className="sr-only">Interviews</h2>
        <InterviewPanel view={view} />
      </section>
      {!isReadOnly && view.notes.length > 0 && (
        <Panel title="Strike a note">
          <p className="text-muted">A struck note counts no more. It stays on record with the reason.</p>
          <ul className="flex flex-wrap gap-2">
            {view.notes.map((note) => (
              <li key={note.noteId}>
                <Button onClick={() => setStriking(note)}>{note.author}…</Button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {struck.length > 0 && (
        <Panel title="Struck">
          <ul className="flex flex-col gap-2">
            {struck.map(({ noteId, author, struckBy, reason, at }) => (
              <li key={noteId}>
                <p className="break-words">
                  Note of {author}: {reason}
                </p>
                <p className="text-meta text-muted">
                  Struck by {struckBy} · <Moment at={at} />
                </p>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {rewritten.length > 0 && (
        <Panel title="Earlier versions">
          <ul className="flex flex-col">
            {rewritten.map(({ noteId, author, versions }) => (
              <li key={noteId}>
                <Link
                  to={`/seasons/${season.id}/note-versions/${noteId}`}
                  className="inline-flex min-h-9 items-center underline pointer-coarse:min-h-11"
                >
                  Note of {author}, {versions} versions
                </Link>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {striking && (
        <AskDialog
          title={`Strike the note of ${striking.author}`}
          intent="strike"
          hidden={{ noteId: striking.noteId }}
          submitLabel="Strike"
          variant="danger"
          done="The note is struck."
          fields={["reason"]}
          onClose={() => setStriking(null)}
        >
          {(errorOf) => (
            <SentenceArea label="Why?" name="reason" maxLength={500} hint={discoverable} error={errorOf("reason")} />
          )}
        </AskDialog>
      )}
    </>
  );
}
