// What the pages are handed of a program's past. Types only, as in load-context. Counts alone: a past rank has no name here.
import type { ClassCounts, ClassesTogether, ClassFigure, ClassRow } from "../../domain/class-outcomes";
import type { Depth } from "../../domain/depth";
import type { MemberId, ProgramId } from "../../domain/ids";
import type { ProgramAnswer, Typed } from "./answers";

export interface PastYear {
  year: number;
  quota: number;
  ranked: number;
  filled: number;
  /** The rank of the last position that was filled; 0: none was. */
  lastFill: number;
  matchedElsewhere: number;
  notReached: number;
}

/** A class as it was written down. */
export interface WrittenClass {
  matchYear: number;
  /** To be handed back with a change. */
  version: number;
  counts: ClassCounts;
  /** What made the cut in that year, as the funnel has it. */
  criteria: string | null;
  /** What the program takes from it. */
  review: string | null;
  author: string;
  /** ISO. */
  at: string;
}

export interface TrackClasses {
  /** Newest first; for the form, and for what was written. */
  written: WrittenClass[];
  /** What is shown of them: small classes together. */
  rows: ClassRow[];
  recent: Record<ClassFigure, ClassesTogether | null>;
}

export interface TrackHistory {
  trackId: string;
  code: string;
  name: string;
  /** Newest first. */
  years: PastYear[];
  /** For the track's quota of now and a list as long as the last one; null: too little past. */
  expected: (Depth & { quota: number; ranked: number }) | null;
  classes: TrackClasses;
}

export interface ProgramHistory {
  programId: ProgramId;
  programName: string;
  tracks: TrackHistory[];
}

export interface HistoryService {
  open(programId: string, personId: MemberId): Promise<ProgramAnswer<{ history: ProgramHistory }>>;
  /** `track`, `year`, `version` that it was typed over, the counts of domain/class-outcomes (empty: not known), `review`. */
  changeClass(programId: string, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
}
