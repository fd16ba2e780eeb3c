// What the pages are handed of a program's past. Types only, as in load-context. Counts alone: a past rank has no name here.
import type { Depth } from "../../domain/depth";
import type { MemberId, ProgramId } from "../../domain/ids";
import type { ProgramAnswer } from "./answers";

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

export interface TrackHistory {
  trackId: string;
  code: string;
  name: string;
  /** Newest first. */
  years: PastYear[];
  /** For the track's quota of now and a list as long as the last one; null: too little past. */
  expected: (Depth & { quota: number; ranked: number }) | null;
}

export interface ProgramHistory {
  programId: ProgramId;
  programName: string;
  tracks: TrackHistory[];
}

export interface HistoryService {
  open(programId: string, personId: MemberId): Promise<ProgramAnswer<{ history: ProgramHistory }>>;
}
