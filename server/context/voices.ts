// What the pages are handed of the weights of voices. Types only, as in load-context.
import type { MeetingId, MemberId } from "../../domain/ids";
import type { Role } from "../../domain/member";
import type { Weights } from "../../domain/voices";
import type { ProgramAnswer, Typed } from "./answers";
import type { MySeason } from "./season-words";

export interface VoiceLine {
  memberId: MemberId;
  name: string;
  role: Role;
  weight: number;
  /** Counts the changes; to be handed back with the next. */
  version: number;
}

export interface WeightChangeLine {
  name: string;
  from: number;
  to: number;
  reason: string;
  by: string;
  /** ISO. */
  at: string;
}

export interface VoicesPage {
  season: MySeason;
  mayChange: boolean;
  /** By name: everybody on the roster who may endorse. */
  voices: VoiceLine[];
  /** Newest first. */
  changes: WeightChangeLine[];
}

export interface MeetingWeights {
  seasonId: string;
  weights: Weights;
}

export interface VoiceService {
  open(seasonId: string, personId: MemberId): Promise<ProgramAnswer<{ page: VoicesPage }>>;
  /** `typed`: memberId, weight, reason, version. */
  change(seasonId: string, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  /** For the tallies of a meeting: those that are not 1, and the season whose they are. */
  weightsIn(meetingId: MeetingId, personId: MemberId): Promise<ProgramAnswer<MeetingWeights>>;
}
