// What pages are handed to look back at a meeting: the differences, past lists, and its depth. Types only, as in load-context.
import type { ListSize } from "../../domain/depth";
import type { DepthBeside, KnownDepth, KnownPast } from "../../domain/depth-words";
import type { ApplicantId, MeetingId, MemberId } from "../../domain/ids";
import type { ListReasons } from "../../domain/list-reasons";
import type { Signers } from "../../domain/meeting";
import type { Role } from "../../domain/member";
import type { MinutesEntry } from "../../domain/minutes";
import type { Moment } from "../../domain/moments";
import type { PastRow } from "../../domain/past-list";

export interface PastPage {
  meetingId: MeetingId;
  title: string;
  /** Of a rehearsal: said on the page, on paper too (REHEARSE-2). */
  isRehearsal: boolean;
  /** May the reader see the depth too? */
  hasDepth: boolean;
}

export interface DifferencesPage extends PastPage {
  /** Of the last event that the reader sees. */
  at: string;
  /** Null: the meeting has no preliminary list. */
  reasons: ListReasons | null;
  /** Of everybody in it. */
  names: Readonly<Record<ApplicantId, string>>;
  signers: Signers;
  /** Open ones, oldest first, for whoever may lock; nobody else is told of them here (LOCK-5). */
  questions: { id: string; applicantId: ApplicantId; question: string; owner: string }[];
}

export interface PastListPage extends PastPage {
  moments: Moment[];
  /** Null: none has been chosen yet. */
  list: PastList | null;
}

export interface PastList {
  seq: number;
  at: string;
  isNow: boolean;
  rows: PastRow[];
  /** The moments before and after it; null at the ends. */
  earlier: number | null;
  later: number | null;
}

/** A past cycle, without anybody's name. */
export interface PastYear {
  year: number;
  quota: number;
  filled: number;
  /** Null: nobody matched. */
  lastFill: number | null;
  listed: number;
}

export interface DepthView extends KnownDepth {
  ranked: number;
  /** Newest first. */
  years: PastYear[];
}

/** Beside the list: a line in words, and marks by rank; with what is needed to work them out again when the list changes. */
export interface DepthLine extends DepthBeside {
  list: ListSize;
  past: KnownPast;
}

/** The minutes: who is on record, and what the room did (MIN-1 to MIN-3). */
export interface MinutesPage extends PastPage {
  programName: string;
  programCode: string;
  matchYear: number;
  quota: number;
  /** Of this part. */
  entries: MinutesEntry[];
  /** 1-based, of `parts` (MIN-4). */
  part: number;
  parts: number;
  /** Of everybody whom the reader sees. */
  names: Readonly<Record<ApplicantId, string>>;
  signers: Signers;
  people: MinutesPerson[];
  /** How many applicants are withheld from the reader. */
  withheldCount: number;
  /** Where the log stands, to be kept outside it (LOG-4). */
  head: string | null;
}

export interface MinutesPerson {
  name: string;
  role: Role;
  /** Did anything of the entries come from them? */
  hasActed: boolean;
  /** For those who may know who is recused. ISO; null: has not pledged. */
  pledgedAt?: string | null;
  recusals?: number;
}

/** Null: none of theirs, before the pledge, a draft, purged, or not for their role. */
export interface LookingBackService {
  differences(meetingId: MeetingId, personId: MemberId): Promise<DifferencesPage | null>;
  /** `seq`: after which event; null for none chosen. An event that the log does not have is null as well. */
  listAt(meetingId: MeetingId, personId: MemberId, seq: number | null): Promise<PastListPage | null>;
  /** `part`: 1-based. A part that there is not is null as well. */
  minutes(meetingId: MeetingId, personId: MemberId, part: number): Promise<MinutesPage | null>;
  depth(meetingId: MeetingId, personId: MemberId): Promise<(PastPage & DepthView) | null>;
  /** For the meeting's own page, which is on record by itself. */
  depthLine(meetingId: MeetingId, personId: MemberId): Promise<DepthLine | null>;
}
