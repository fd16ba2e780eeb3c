// The notes inbox: the list, or one applicant's page. Both stand on one store, so that what waits on this device is sent from
// either.
import { Link, useLocation } from "@remix-run/react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { isWritten } from "../../domain/note-words";
import type { Interviewee, NotesInbox } from "../../server/context/notes";
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
  const base = `/seasons/${season.id}/notes`;
  const addressOf = (id: string) => `${base}/${id}`;
  const { shown, turnTo } = usePages(applicantId, addressOf);
  const at = interviewees.findIndex(({ id }) => id === shown);
  const applicant = interviewees[at];
  if (applicant) {
    const stepTo = (other: Interviewee | undefined) =>
      other ? { to: addressOf(other.id), turn: () => turnTo(other.id) } : null;
    return (
      <Page title={applicant.name} person={person} under={{ to: base, label: "Interview notes" }}>
        <NotePage
          key={applicant.id}
          store={store}
          applicant={applicant}
          isReadOnly={isReadOnly}
          previous={stepTo(interviewees[at - 1])}
          next={stepTo(interviewees[at + 1])}
          place={`${at + 1} of ${interviewees.length}`}
          recusal={`/seasons/${season.id}/recusal?applicant=${applicant.id}`}
          pastOf={(noteId) => `/seasons/${season.id}/note-versions/${noteId}`}
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
      <p>
        <Link
          to={`/seasons/${season.id}/voices`}
          className="inline-flex min-h-9 items-center underline pointer-coarse:min-h-11"
        >
          Weights of voices
        </Link>
      </p>
    </Page>
  );
}

/**
 * Which page is shown. From one to the next only the address is replaced: the router would ask the server about an address that it
 * has not met, and without a connection the note would be gone from the screen. "Back" leads to where the first page was opened.
 */
function usePages(applicantId: string | null, addressOf: (id: string) => string) {
  const { key } = useLocation();
  const [turned, setTurned] = useState<{ since: string; id: string } | null>(null);
  const shown = turned?.since === key ? turned.id : applicantId;
  const turnTo = (id: string) => {
    setTurned({ since: key, id });
    history.replaceState(history.state, "", addressOf(id));
    scrollTo(0, 0);
  };
  // The focus goes to the top, for whoever cannot see that the page changed.
  const last = useRef(shown);
  useEffect(() => {
    if (last.current === shown) return;
    last.current = shown;
    document.getElementById("main")?.focus();
  }, [shown]);
  return { shown, turnTo };
}
