// What the pages are handed of the equity check. Types only, as in load-context. Counts of groups, and nobody's facts.
import type { EquityDimension, EquityTable } from "../../domain/equity";
import type { MemberId } from "../../domain/ids";
import type { ProgramAnswer, Typed } from "./answers";
import type { MySeason } from "./season-words";

export interface EquityPage {
  season: MySeason;
  /** Are protected columns kept apart for it? */
  isKept: boolean;
  /** Fewer than five have changed since the figures were shown last, so these are what they were (EQUITY-5). */
  isHeld: boolean;
  /** Applicants of whom something is kept. */
  keptCount: number;
  /** While a legal hold stands nothing is erased. */
  isOnHold: boolean;
  /** Applicants who are counted: on file, and not withdrawn. */
  people: number;
  tables: EquityTable[];
  /** What no file has said of anybody, or of too few. */
  silent: EquityDimension[];
}

/** For program directors alone. */
export interface EquityService {
  open(seasonId: string, personId: MemberId): Promise<ProgramAnswer<{ page: EquityPage }>>;
  /** `kept`: yes or no. No erases what was kept. */
  keep(seasonId: string, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
}
