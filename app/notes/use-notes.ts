// The notes' store for a page: made once, fed with what the server says, told when the connection is back or the page goes.
import { useEffect, useState, useSyncExternalStore } from "react";
import type { ApplicantId, MemberId } from "../../domain/ids";
import type { NotesInbox } from "../../server/context/notes";
import { newId } from "../meeting-store/new-id";
import { deviceShelf } from "./draft-shelf";
import { type NoteEntry, NoteStore } from "./note-store";
import { sendNoteTo } from "./send-note";

const later = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

export function useNotes(inbox: NotesInbox, personId: MemberId): NoteStore {
  const { season, interviewees } = inbox;
  const [store] = useState(() => new NoteStore({ send: sendNoteTo(season.id), newId, later }, interviewees));
  useEffect(() => store.accept(interviewees), [store, interviewees]);
  useEffect(() => {
    const sendAll = () => store.sendAll();
    store.start(deviceShelf(personId, season.id));
    addEventListener("online", sendAll);
    addEventListener("pagehide", sendAll);
    document.addEventListener("visibilitychange", sendAll);
    return () => {
      removeEventListener("online", sendAll);
      removeEventListener("pagehide", sendAll);
      document.removeEventListener("visibilitychange", sendAll);
      store.stop();
    };
  }, [store, personId, season.id]);
  return store;
}

export function useNote(store: NoteStore, applicantId: ApplicantId): NoteEntry {
  const read = () => store.get(applicantId);
  return useSyncExternalStore(store.subscribe, read, read);
}
