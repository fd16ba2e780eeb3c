// What the pages are handed of a season's funnel. Types only, as in load-context.
import type { FunnelCounts } from "../../domain/funnel";
import type { MemberId } from "../../domain/ids";
import type { ProgramAnswer, Typed } from "./answers";

export interface FunnelYear {
  matchYear: number;
  /** As typed. */
  counts: FunnelCounts;
  /** To be handed back with a change; 0 where nothing was typed. */
  version: number;
  /** Counted here, from the season or from an imported past list: what was typed stands before it. */
  counted: FunnelCounts;
  /** What made the cut. */
  criteria: string | null;
}

export interface FunnelService {
  /** Newest first; the season's own year is there, typed or not, and every year whose rank list is. */
  open(seasonId: string, personId: MemberId): Promise<ProgramAnswer<{ years: FunnelYear[] }>>;
  /** `year`, `version` that it was typed over, the stages of domain/funnel (empty: not known), `criteria`. */
  change(seasonId: string, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
}
