// How a season is told. Types only, as in load-context.
import type { ProgramId } from "../../domain/ids";

/** A season as everybody of its program may know it. */
export interface SeasonWords {
  id: string;
  programId: ProgramId;
  programName: string;
  programCode: string;
  trackName: string;
  matchYear: number;
}
