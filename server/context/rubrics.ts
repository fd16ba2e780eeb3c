// What the pages are handed of a season's rubric. Types only, as in load-context.
import type { UnderFloor } from "../../domain/exam-floor";
import type { ApplicantId, MemberId } from "../../domain/ids";
import type { RatedLine, Rubric, RubricScore } from "../../domain/rubric";
import type { RubricFacts } from "../../domain/rubric-facts";
import type { SeatsNeeded } from "../../domain/visa-seats";
import type { ProgramAnswer, Typed } from "./answers";
import type { MySeason } from "./season-words";

/** Who, as the program calls them, and when, in ISO. */
export interface Signature {
  by: string;
  at: string;
}

export interface VersionWords {
  /** 0 is the default, which nobody wrote. */
  version: number;
  rubric: Rubric;
  written: (Signature & { reason: string }) | null;
}

export interface RatingWords extends Signature {
  line: RatedLine;
  rating: number;
  source: string;
}

export interface ExceptionWords extends Signature {
  reason: string;
  struck: (Signature & { reason: string }) | null;
}

export interface RubricApplicant {
  id: ApplicantId;
  name: string;
  facts: RubricFacts;
  ratings: RatingWords[];
  /** Newest first; at most one is not struck. */
  exceptions: ExceptionWords[];
}

/** For those who prepare: nobody withheld from the reader is in it, counts included. */
export interface RubricPage {
  season: MySeason;
  current: VersionWords;
  /** By name, without the withdrawn. */
  applicants: RubricApplicant[];
  /** By the ranked of the list as it stands. */
  seats: SeatsNeeded & { isFrozen: boolean };
}

/** One applicant's score with all that explains it. */
export interface RubricBreakdown {
  version: number;
  score: RubricScore;
  under: UnderFloor | null;
  ratings: RatingWords[];
  exceptions: ExceptionWords[];
}

export interface RubricService {
  open(
    seasonId: string,
    personId: MemberId,
    act: "viewRubric" | "changeRubric",
  ): Promise<ProgramAnswer<{ page: RubricPage }>>;
  /** Newest first, the default last. */
  versions(
    seasonId: string,
    personId: MemberId,
  ): Promise<ProgramAnswer<{ season: MySeason; versions: VersionWords[] }>>;
  breakdown(
    seasonId: string,
    applicantId: ApplicantId,
    personId: MemberId,
  ): Promise<ProgramAnswer<{ breakdown: RubricBreakdown }>>;
  /** The fields of `domain/rubric-typed`, `version` that they were typed over, and `reason`. */
  change(seasonId: string, personId: MemberId, typed: Typed): Promise<ProgramAnswer<{ version: number }>>;
  /** `applicantId`, `line`, `rating` (empty: taken back), `source`. */
  rate(seasonId: string, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  /** `applicantId`, `reason`. */
  makeException(seasonId: string, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  strikeException(seasonId: string, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
}
