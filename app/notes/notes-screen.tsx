// The notes inbox: the list, or one applicant's page. Both stand on one store, so that what waits on this device is sent from
// either.
import { useEffect, useRef, useSyncExternalStore } from "react";
import { isWritten } from "../../domain/note-words";
import type { NotesInbox } from "../../server/context/notes";
import type { SignedInPerson } from "../../server/load-context";
import { EmptyState } from "../ui/notice-panel";
import { Page } from "../ui/page";
import { AddMet } from "./add-met";
import { InboxList } from "./inbox-list";
import { NotePage } from "./note-page";
import { useNotes } from "./use-notes";

interface NotesScreenProps {
  inbox: NotesInbox;
  person: SignedInPerson;
  /** Null: the list. */
  applicantId: string | null;
}

export function NotesScreen({ inbox, person, applicantId }: NotesScreenProps) {
  const { season, interviewees, others, isReadOnly } = inbox;
  const store = useNotes(inbox, person.id);
  const countWritten = () => interviewees.filter(({ id }) => isWritten(store.get(id).content)).length;
  const written = useSyncExternalStore(store.subscribe, countWritten, countWritten);
  useFocusOnTurn(applicantId);

  const base = `/seasons/${season.id}/notes`;
  const addressOf = (id: string) => `${base}/${id}`;
  const at = interviewees.findIndex(({ id }) => id === applicantId);
  const applicant = interviewees[at];
  if (applicant) {
    const step = (by: number) => {
      const other = interviewees[at + by];
      return other ? addressOf(other.id) : null;
    };
    return (
      <Page title={applicant.name} person={person} under={{ to: base, label: "Interview notes" }}>
        <NotePage
          key={applicant.id}
          store={store}
          applicant={applicant}
          isReadOnly={isReadOnly}
          previous={step(-1)}
          next={step(1)}
          place={`${at + 1} of ${interviewees.length}`}
        />
      </Page>
    );
  }
  return (
    <Page title="Interview notes" person={person} under={{ to: "/", label: "My meetings" }}>
      <p className="tabular text-muted">
        {season.programName} · {season.programCode} · Match {season.matchYear}
      </p>
      {interviewees.length === 0 ? (
        <EmptyState title="No interviewees yet">
          Whoever your program assigns to you appears here. If you met somebody, add them yourself.
        </EmptyState>
      ) : (
        <>
          <p className="tabular font-bold">
            {written} of {interviewees.length} written
          </p>
          <InboxList store={store} interviewees={interviewees} addressOf={addressOf} />
        </>
      )}
      {isReadOnly ? (
        <p role="note">The list is locked: notes can be read and no longer changed.</p>
      ) : (
        <AddMet others={others} />
      )}
    </Page>
  );
}

/** From page to page the focus goes to the top, for whoever cannot see that it changed. */
function useFocusOnTurn(applicantId: string | null): void {
  const shown = useRef(applicantId);
  useEffect(() => {
    if (shown.current === applicantId) return;
    shown.current = applicantId;
    document.getElementById("main")?.focus();
  }, [applicantId]);
}
