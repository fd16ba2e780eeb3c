// What the pages are handed of the preliminary list before it is frozen, and of the freeze. Types only, as in load-context.
import type { ArrangeSource } from "../../domain/arrange-source";
import type { ApplicantId, MeetingId, MemberId } from "../../domain/ids";
import type { GroupShare } from "../../domain/left-out";
import type { ListChange } from "../../domain/list-difference";
import type { Snapshot } from "../../domain/meeting";
import type { RubricScore } from "../../domain/rubric";
import type { ApplicantScore } from "../../domain/scores";
import type { Place } from "../../domain/zone";
import type { ProgramAnswer, Typed } from "./answers";
import type { OpenedMeeting } from "./opened-meeting";
import type { SeasonWords } from "./season-words";

interface PageHead {
  season: SeasonWords;
  mayFreeze: boolean;
}

export type PreliminaryPage = PageHead &
  (
    | { stage: "draft"; opened: OpenedMeeting; hasImportedList: boolean }
    /** Frozen, and its meeting is not open yet: the freeze was cut short, and the director's next try ends it. */
    | { stage: "cutShort" }
    /** Read in the meeting, under the recusals declared there. */
    | { stage: "frozen"; meetingId: MeetingId; list: FrozenRow[]; snapshots: readonly Snapshot[] }
  );

/** Of the list as it was frozen, in its order. */
export interface FrozenRow {
  id: ApplicantId;
  name: string;
  place: Place;
  rank?: number;
}

/** What an arrangement would change, for whoever asks for it to look at first (DRAFT-3). */
export interface ListProposal {
  source: ArrangeSource;
  /** To be handed back: nothing but this is done. */
  plan: string;
  counts: Readonly<Record<Place, number>>;
  /** The first of it, each with what put them there. */
  first: { applicantId: ApplicantId; value?: number }[];
  /** Ranked last, because there is nothing to go by. */
  withoutValue: ApplicantId[];
  changes: ListChange[];
  /** By what files say; empty where nobody is chosen (RUBRIC-8). */
  groups: GroupShare[];
}

/** What is known of an applicant beside the list. */
export interface ApplicantCheck {
  /** By name: who has met them, and who is only to interview them. */
  met: string[];
  planned: string[];
  score: ApplicantScore | null;
  /** Of 100; null: too little is known for it. */
  suggested: number | null;
}

export interface ListChecks {
  people: Readonly<Record<ApplicantId, ApplicantCheck>>;
  /** Of the one that was asked for: every line of the rubric with its points and its reason. */
  rubric?: { version: number; score: RubricScore };
}

export interface Difference {
  changes: ListChange[];
  /** Of everybody in it. */
  names: Readonly<Record<ApplicantId, string>>;
}

/** Every answer is bounded by who asks: 404 for what is not their program's, 403 for what is not their role's. */
export interface PreliminaryService {
  open(seasonId: string, personId: MemberId): Promise<ProgramAnswer<{ page: PreliminaryPage }>>;
  /** `typed`: source, protectedCount; snapshot, where that is the source. */
  propose(seasonId: string, personId: MemberId, typed: Typed): Promise<ProgramAnswer<{ proposal: ListProposal }>>;
  /** The same with the plan that was shown. */
  arrange(seasonId: string, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  /** `from` and `to`: a snapshot's seq, or `now`. */
  difference(seasonId: string, personId: MemberId, typed: Typed): Promise<ProgramAnswer<{ difference: Difference }>>;
  checks(
    seasonId: string,
    personId: MemberId,
    applicantId: ApplicantId | null,
  ): Promise<ProgramAnswer<{ checks: ListChecks }>>;
  /** Closes the draft and opens the season's meeting with it; asked for again, it ends what was cut short (FREEZE-2). */
  freeze(seasonId: string, personId: MemberId): Promise<ProgramAnswer<{ meetingId: MeetingId }>>;
  /** The season whose draft that is, for its members; null for everything else. */
  seasonOfDraft(meetingId: MeetingId, personId: MemberId): Promise<string | null>;
}
