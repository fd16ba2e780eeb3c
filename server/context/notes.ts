// What the pages are handed of interview notes. Types only, as in load-context.
import type { NoteVoice } from "../../domain/decide-hearing";
import type { ApplicantId, MemberId } from "../../domain/ids";
import type { InterviewNoteContent } from "../../domain/note-words";
import type { ApplicantScore } from "../../domain/scores";
import type { ProgramAnswer, ProgramRefusal, Typed } from "./answers";
import type { MySeason } from "./season-words";

/** A season whose notes I write, as the home page tells it. */
export interface NotesCard {
  seasonId: string;
  programName: string;
  programCode: string;
  matchYear: number;
  /** My interviewees with a written note, and all of mine. */
  written: number;
  total: number;
}

/** A note of mine as the server has it. */
export interface SavedNote {
  id: string;
  version: number;
  content: InterviewNoteContent;
  /** ISO time. */
  savedAt: string;
  /** What became in the meeting of its "I'd work with them"; null before the freeze, and where it says no such thing. */
  voice: NoteVoice | null;
}

/** Enough of an applicant to know who it was. */
export interface MetApplicant {
  id: ApplicantId;
  name: string;
  school: string | null;
}

export interface Interviewee extends MetApplicant {
  /** ISO date, where it is known. */
  heldOn: string | null;
  note: SavedNote | null;
}

export interface NotesInbox {
  season: MySeason;
  /** By day and name. */
  interviewees: Interviewee[];
  /** Whom I may add. */
  others: MetApplicant[];
  /** After the meeting's lock notes are read. */
  isReadOnly: boolean;
}

/** One save, as the device sends it: the same again has no effect and the same answer (NOTE-2). */
export interface NoteSave {
  saveId: string;
  /** The version it was written on; null for a new note. */
  base: { noteId: string; version: number } | null;
  content: unknown;
}

export type NoteSaveAnswer =
  | { ok: true; note: SavedNote }
  /** There is a newer version; null when the note was struck. */
  | { ok: false; status: 409; code: "conflict"; theirs: SavedNote | null; message: string }
  | (ProgramRefusal & { code?: undefined });

/** What one interviewer said of an applicant. */
export interface InterviewNote {
  noteId: string;
  authorId: MemberId;
  author: string;
  heldOn: string | null;
  content: InterviewNoteContent;
  /** Of their score, on the scale; null without one. `isLoose`: they gave too few scores, or always the same, to compare. */
  standardised: { score: number; isLoose: boolean } | null;
  savedAt: string;
}

/** An applicant's interviews: what the drawer and the hosts' page show. */
export interface InterviewView {
  notes: InterviewNote[];
  /** Interviewers without a written note. */
  awaited: string[];
  /** Null when nobody gave a score. */
  score: ApplicantScore | null;
}

/** A note that counts no more, and why. */
export interface StruckNote {
  noteId: string;
  author: string;
  struckBy: string;
  reason: string;
  /** ISO time. */
  at: string;
}

/** One state that a note was saved in. */
export interface NoteVersion {
  version: number;
  content: InterviewNoteContent;
  /** ISO time. */
  at: string;
  /** Else it came with a file. */
  isTyped: boolean;
}

export interface NotePast {
  season: MySeason;
  applicant: MetApplicant;
  author: string;
  isMine: boolean;
  /** Newest first. */
  versions: NoteVersion[];
}

export interface ApplicantNotes {
  season: MySeason;
  applicant: MetApplicant;
  view: InterviewView;
  struck: StruckNote[];
  /** Notes that said something else before, struck ones too. */
  rewritten: { noteId: string; author: string; versions: number }[];
  isReadOnly: boolean;
}

export interface NotesService {
  /** Seasons that I write notes in and whose meeting is not locked. */
  mine(personId: MemberId): Promise<NotesCard[]>;
  inbox(seasonId: string, personId: MemberId): Promise<ProgramAnswer<{ inbox: NotesInbox }>>;
  save(seasonId: string, applicantId: ApplicantId, personId: MemberId, save: NoteSave): Promise<NoteSaveAnswer>;
  /** An applicant I met is mine from now on. */
  addMet(seasonId: string, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  /** One's own note, or, for a host, anybody's. */
  strike(seasonId: string, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  /** What a note said before: its author's and the hosts'. Another's is on record. */
  versions(seasonId: string, noteId: string, personId: MemberId): Promise<ProgramAnswer<{ past: NotePast }>>;
  /** For the hosts, before the meeting. On record. */
  about(
    seasonId: string,
    applicantId: ApplicantId,
    personId: MemberId,
  ): Promise<ProgramAnswer<{ about: ApplicantNotes }>>;
}
