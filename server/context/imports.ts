// What the pages are handed of imports. Types only, as in load-context. An import is its starter's, because its rows may be about
// somebody whom others are recused from: whoever may take it back is told that it is there, and nothing of what is in it.
import type { ApplicantId, MemberId } from "../../domain/ids";
import type { ImportKind, ShownOutcome } from "../../domain/import-kinds";
import type { ProgramAnswer, Typed } from "./answers";
import type { SeasonWords } from "./season-words";

export type ImportStep = "uploaded" | "checking" | "checked" | "committing" | "done" | "undone";

export interface ImportCounts {
  new: number;
  changed: number;
  unchanged: number;
  bad: number;
  /** About somebody the importer is recused from. */
  withheld: number;
  /** Of another track. */
  otherTrack: number;
}

export interface ImportLine {
  id: string;
  kind: ImportKind;
  fileName: string;
  step: ImportStep;
  /** ISO. */
  at: string;
}

export interface SeasonPhotos {
  /** Without those whom the reader is recused from. */
  applicants: { id: ApplicantId; name: string }[];
  isShown: boolean;
  mayShow: boolean;
}

/** A colleague's, as far as whoever may take it back has to know it. A file's name may name somebody. */
export interface OthersImport {
  id: string;
  kind: ImportKind;
  by: string;
  /** ISO time at which it was done. */
  at: string;
}

export interface ImportStart {
  season: SeasonWords;
  /** My own, newest first. */
  imports: ImportLine[];
  /** Colleagues' that I may take back, newest first. */
  others: OthersImport[];
  photos: SeasonPhotos;
}

export interface MappedColumn {
  heading: string;
  /** At most three values that it holds. */
  samples: string[];
  /** Null: left out. */
  field: string | null;
}

export interface ShownRow {
  row: number;
  name: string;
  changes: { what: string; from?: string; to?: string }[];
  problems: { column: string; value: string; expected: string }[];
}

export interface ImportView extends ImportLine {
  season: SeasonWords;
  /** Of 100, while it is at work. */
  progress: number;
  /** What became of the last work, where it did not come to its end; or which colleague took the import back. */
  told: string | null;
  notes: string[];
  /** Headings of protected columns. `kept`: apart, for the season's equity check; `dropped`: not even read. */
  protectedColumns: { kept: string[]; dropped: string[] };
  rowCount: number;
  columns: MappedColumn[];
  /** What a column can be mapped to. */
  fields: { field: string; words: string }[];
  counts: ImportCounts | null;
  /** Null before the dry run. */
  rows: { show: ShownOutcome; page: number; pageCount: number; rows: ShownRow[] } | null;
  /** Until when it can be taken back; null: not, or not any more. */
  undoUntil: string | null;
  takenBack: { count: number; kept: { who: string; what: string; why: string }[] } | null;
}

export interface RowsAsked {
  show?: string;
  page?: string;
}

export type FileAnswer =
  | { ok: true; fileName: string; contentType: string; content: string | Uint8Array }
  | { ok: false; status: 403 | 404; message: string };

/** For those who prepare the season. */
export interface ImportService {
  start(seasonId: string, personId: MemberId): Promise<ProgramAnswer<{ start: ImportStart }>>;
  /** Before a body of megabytes is read. */
  mayUpload(seasonId: string, personId: MemberId): Promise<ProgramAnswer>;
  upload(
    seasonId: string,
    personId: MemberId,
    file: { name: string; bytes: Uint8Array },
    kind: string,
  ): Promise<ProgramAnswer<{ importId: string }>>;
  open(
    seasonId: string,
    importId: string,
    personId: MemberId,
    asked: RowsAsked,
  ): Promise<ProgramAnswer<{ view: ImportView }>>;
  progress(
    seasonId: string,
    importId: string,
    personId: MemberId,
  ): Promise<ProgramAnswer<{ step: ImportStep; progress: number }>>;
  /** Another kind of file; the mapping starts anew. */
  changeKind(seasonId: string, importId: string, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  /** The mapping of columns, as `field0`, `field1` …; begins the dry run. */
  check(seasonId: string, importId: string, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  /** Back to the mapping. */
  remap(seasonId: string, importId: string, personId: MemberId): Promise<ProgramAnswer>;
  commit(seasonId: string, importId: string, personId: MemberId): Promise<ProgramAnswer>;
  stop(seasonId: string, importId: string, personId: MemberId): Promise<ProgramAnswer>;
  discard(seasonId: string, importId: string, personId: MemberId): Promise<ProgramAnswer>;
  undo(seasonId: string, importId: string, personId: MemberId): Promise<ProgramAnswer>;
  /** A colleague's `importId`, by whoever may. What had to be left is told to whoever imported it, and to nobody else. */
  undoOthers(seasonId: string, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  /** The rows that cannot be taken, with the reason, to correct them by. */
  badRows(seasonId: string, importId: string, personId: MemberId): Promise<FileAnswer>;
  showPhotos(seasonId: string, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  photo(seasonId: string, applicantId: ApplicantId, personId: MemberId): Promise<FileAnswer>;
}
