// How a season is called, and what of it is its reader's to do. Types only, as in load-context.
import type { ProgramId } from "../../domain/ids";
import type { Role } from "../../domain/member";
import type { SeasonAct } from "../../domain/season-policy";

/** A season as everybody of its program may know it. */
export interface SeasonWords {
  id: string;
  programId: ProgramId;
  programName: string;
  programCode: string;
  trackName: string;
  matchYear: number;
}

export interface MySeason extends SeasonWords {
  role: Role;
  may: SeasonAct[];
}
