// The notes of one inbox in the browser, without React: what the server has, what is on this device only, and the sending of it.
// Whatever is typed is on the device before anything else happens; it is sent when typing rests, and again until it arrives.
import type { ApplicantId } from "../../domain/ids";
import type { InterviewNoteContent } from "../../domain/note-words";
import { isSameNote } from "../../domain/note-words";
import type { Interviewee, SavedNote } from "../../server/context/notes";
import { answered, type Draft, edited, rebased, refused, sent } from "./draft";
import type { DraftShelf } from "./draft-shelf";
import type { SendNote, SendOutcome } from "./send-note";

/** Honest at any moment: `saved` only when the server said so. */
export type NoteStatus =
  | { is: "empty" }
  | { is: "saved"; at: string }
  | { is: "sending" }
  | { is: "onDevice"; isSignedOut: boolean }
  /** And the device does not keep it either. */
  | { is: "onPageOnly" }
  | { is: "conflict"; theirs: SavedNote | null }
  | { is: "refused"; sentence: string };

export interface NoteEntry {
  content: InterviewNoteContent;
  saved: SavedNote | null;
  status: NoteStatus;
}

interface Slot {
  saved: SavedNote | null;
  draft: Draft | null;
  /** As it was typed, blanks and all: what is on screen must not jump when it is saved. */
  typed: InterviewNoteContent | null;
  isKept: boolean;
  isSending: boolean;
  trouble: Exclude<SendOutcome, { is: "saved" }> | null;
  entry: NoteEntry;
}

export interface NoteStoreParts {
  send: SendNote;
  newId: () => string;
  /** Runs it later; what is returned takes that back. */
  later: (run: () => void, ms: number) => () => void;
}

const RESTED_MS = 1200;
const AGAIN_MS = 8000;
const nothing: NoteEntry = { content: {}, saved: null, status: { is: "empty" } };

export class NoteStore {
  private readonly slots = new Map<ApplicantId, Slot>();
  private readonly timers = new Map<ApplicantId, () => void>();
  private readonly listeners = new Set<() => void>();
  /** Null until the browser has taken over from the server's page. */
  private shelf: DraftShelf | null = null;
  /** Counts starts and stops: an answer to what was sent before one of them is nobody's any more. */
  private run = 0;
  private isRunning = false;

  constructor(
    private readonly parts: NoteStoreParts,
    interviewees: readonly Interviewee[],
  ) {
    this.accept(interviewees);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get = (applicantId: ApplicantId): NoteEntry => this.slots.get(applicantId)?.entry ?? nothing;

  /** Takes what is left on the device from earlier, and sends it. */
  start(shelf: DraftShelf): void {
    this.run += 1;
    this.isRunning = true;
    this.shelf = shelf;
    for (const applicantId of this.slots.keys()) this.change(applicantId, { isSending: false });
    for (const [applicantId, draft] of shelf.all()) {
      const slot = this.slotOf(applicantId);
      if (slot.saved && isSameNote(slot.saved.content, draft.content)) shelf.take(applicantId);
      else this.change(applicantId, { draft });
    }
    this.sendAll();
  }

  /** Sends what waits. From then on the device's copies are left to whoever comes next. */
  stop(): void {
    this.sendAll();
    this.run += 1;
    this.isRunning = false;
    for (const cancel of this.timers.values()) cancel();
    this.timers.clear();
  }

  /** What the server has now, for whoever is not being written about. */
  accept(interviewees: readonly Interviewee[]): void {
    for (const { id, note } of interviewees) {
      const { draft, saved } = this.slotOf(id);
      const isNewer = note === null || saved === null || note.id !== saved.id || note.version >= saved.version;
      if (draft === null && isNewer) this.change(id, { saved: note });
    }
  }

  edit(applicantId: ApplicantId, content: InterviewNoteContent): void {
    const slot = this.slotOf(applicantId);
    const draft = edited(slot.draft, slot.saved, content);
    const isConflict = slot.trouble?.is === "conflict";
    const isKept = this.keep(applicantId, draft);
    this.change(applicantId, { draft, typed: content, trouble: isConflict ? slot.trouble : null, isKept });
    if (!isConflict) this.wait(applicantId, RESTED_MS);
  }

  /** A conflict settled by a person: this is what the note says. */
  settle(applicantId: ApplicantId, content: InterviewNoteContent): void {
    const { draft, trouble } = this.slotOf(applicantId);
    if (!draft || trouble?.is !== "conflict") return;
    const next = rebased(draft, trouble.theirs, content);
    this.change(applicantId, {
      saved: trouble.theirs,
      draft: next,
      typed: content,
      trouble: null,
      isKept: this.keep(applicantId, next),
    });
    void this.send(applicantId);
  }

  /** Everything that waits, at once: the connection is back, or the page is about to go. */
  sendAll(): void {
    for (const applicantId of this.slots.keys()) void this.send(applicantId);
  }

  private async send(applicantId: ApplicantId): Promise<void> {
    const slot = this.slotOf(applicantId);
    if (!this.isRunning || !slot.draft || slot.isSending) return;
    if (slot.trouble?.is === "conflict" || slot.trouble?.is === "refused") return;
    this.timers.get(applicantId)?.();
    const { draft, sending } = sent(slot.draft, this.parts.newId);
    this.change(applicantId, { draft, isSending: true, isKept: this.keep(applicantId, draft) });
    const { run } = this;
    const outcome = await this.parts.send(applicantId, sending);
    const { draft: now } = this.slotOf(applicantId);
    if (run !== this.run || !now) return;
    if (outcome.is === "saved") {
      const left = answered(now, sending, outcome.note);
      const isKept = left ? this.keep(applicantId, left) : true;
      if (!left) this.shelf?.take(applicantId);
      this.change(applicantId, { saved: outcome.note, draft: left, isSending: false, trouble: null, isKept });
      if (left) this.wait(applicantId, RESTED_MS);
      return;
    }
    // Whether it arrived is not known where the server was away: then the same is sent again.
    const left = outcome.is === "conflict" || outcome.is === "refused" ? refused(now) : now;
    this.change(applicantId, {
      draft: left,
      isSending: false,
      trouble: outcome,
      isKept: this.keep(applicantId, left),
    });
    if (outcome.is === "away" || outcome.is === "signedOut") this.wait(applicantId, AGAIN_MS);
  }

  private wait(applicantId: ApplicantId, ms: number): void {
    this.timers.get(applicantId)?.();
    this.timers.set(
      applicantId,
      this.parts.later(() => void this.send(applicantId), ms),
    );
  }

  private keep(applicantId: ApplicantId, draft: Draft): boolean {
    return this.shelf?.put(applicantId, draft) ?? false;
  }

  private slotOf(applicantId: ApplicantId): Slot {
    return (
      this.slots.get(applicantId) ?? {
        saved: null,
        draft: null,
        typed: null,
        isKept: true,
        isSending: false,
        trouble: null,
        entry: nothing,
      }
    );
  }

  private change(applicantId: ApplicantId, part: Partial<Slot>): void {
    const slot = { ...this.slotOf(applicantId), ...part };
    const saved = slot.saved?.content ?? {};
    const content = slot.draft?.content ?? (slot.typed && isSameNote(slot.typed, saved) ? slot.typed : saved);
    this.slots.set(applicantId, { ...slot, entry: { content, saved: slot.saved, status: statusOf(slot) } });
    for (const listener of this.listeners) listener();
  }
}

function statusOf({ saved, draft, trouble, isKept }: Omit<Slot, "entry">): NoteStatus {
  if (!draft) return saved ? { is: "saved", at: saved.savedAt } : { is: "empty" };
  if (trouble?.is === "conflict") return trouble;
  if (trouble?.is === "refused") return trouble;
  if (!trouble) return { is: "sending" };
  return isKept ? { is: "onDevice", isSignedOut: trouble.is === "signedOut" } : { is: "onPageOnly" };
}
