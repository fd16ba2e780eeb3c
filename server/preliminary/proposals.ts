// What a draft could be arranged to, from each source, for one person: worked out of what that person may see, so nothing of the
// withheld is in it, by count or by place (RECUSE-1). Nothing is done here (DRAFT-3).
import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { listGivenScores } from "../../db/interview-notes";
import type { Database } from "../../db/schema";
import type { SeasonRow } from "../../db/seasons";
import type { ArrangeSource } from "../../domain/arrange-source";
import { type Proposal, proposeByList, proposeByRanking, proposeNothing } from "../../domain/arrangement";
import { arrangedOrder } from "../../domain/decide-draft";
import type { ApplicantId } from "../../domain/ids";
import { groupShares } from "../../domain/left-out";
import { listDifference } from "../../domain/list-difference";
import type { MeetingState } from "../../domain/meeting";
import { rankedIds } from "../../domain/rank-list";
import { suggestedOrder } from "../../domain/rubric-order";
import { applicantScores } from "../../domain/scores";
import type { RankOrder } from "../../domain/zone";
import type { ListProposal } from "../context/preliminary";
import { readRubricScores } from "./rubric-scores";

/** How many of a proposal are shown with what put them there. */
const FIRST = 10;

/** A draft as one person may see it. */
export type SeenDraft = Pick<MeetingState, "applicants" | "order">;

export interface Asked {
  source: ArrangeSource;
  /** Undefined: as an imported list has it. */
  protectedCount: number | undefined;
  /** The order of the snapshot that was asked for, closed up for the asker. */
  snapshot: RankOrder | undefined;
  imported: ImportedOrder | undefined;
}

/** A list that came as a file. */
export type ImportedOrder = Pick<RankOrder, "protected" | "middle" | "red">;

export interface Worked {
  proposal: ListProposal;
  order: RankOrder;
}

/** Undefined: that source has nothing. */
export async function workOut(
  db: Kysely<Database>,
  season: SeasonRow,
  seen: SeenDraft,
  asked: Asked,
): Promise<Worked | undefined> {
  const found = await propose(db, season, seen, asked);
  if (!found) return undefined;
  const { proposal, values } = found;
  const after = arrangedOrder({ order: seen.order, recusals: {} }, proposal.order, "");
  const present = Object.values(seen.applicants).filter(({ withdrawn }) => !withdrawn);
  const shown = {
    source: asked.source,
    plan: planOf(asked.source, proposal.order),
    counts: {
      protected: after.protected.length,
      middle: after.middle.length,
      red: after.red.length,
      unplaced: after.unplaced.length,
    },
    first: rankedIds(after)
      .slice(0, FIRST)
      .map((applicantId) => ({ applicantId, ...shownValue(values, applicantId) })),
    withoutValue: [...proposal.withoutValue],
    changes: listDifference(seen.order, after),
    // To empty a list chooses nobody, and leaves nobody out.
    groups: asked.source === "nothing" ? [] : groupShares(present, seen.order, after),
  };
  return { proposal: shown, order: proposal.order };
}

interface Found {
  proposal: Proposal;
  /** What put them there, where that is a number. */
  values?: ReadonlyMap<ApplicantId, number>;
}

async function propose(
  db: Kysely<Database>,
  season: SeasonRow,
  { order, applicants }: SeenDraft,
  { source, protectedCount, snapshot, imported }: Asked,
): Promise<Found | undefined> {
  switch (source) {
    case "rubric": {
      const { scores } = await readRubricScores(db, season, Object.values(applicants));
      const ranking = suggestedOrder([...scores].map(([id, score]) => ({ id, score }))).order;
      const values = new Map(ranking.map((id) => [id, scores.get(id)?.total ?? 0]));
      return { proposal: proposeByRanking(order, ranking, protectedCount ?? 0), values };
    }
    case "scores": {
      // Left out before anything is compared: a mean over all would tell of the withheld.
      const given = (await listGivenScores(db, season)).filter(({ applicantId }) => applicants[applicantId]);
      const scores = applicantScores(given);
      const values = new Map([...scores].map(([id, { standardised }]) => [id, standardised]));
      const ranking = [...scores].sort(byScore).map(([id]) => id);
      return { proposal: proposeByRanking(order, ranking, protectedCount ?? 0), values };
    }
    case "imported":
      return imported && { proposal: proposeByList(order, imported, protectedCount ?? imported.protected.length) };
    case "snapshot":
      // Whoever has come since is named nowhere, and keeps their place.
      return snapshot && { proposal: { order: snapshot, withoutValue: [] } };
    case "nothing":
      return { proposal: proposeNothing(order) };
  }
}

type Scored = [id: ApplicantId, score: { standardised: number; count: number }];

/** Equal ones by how many gave them; names decide nothing. */
const byScore = ([id, one]: Scored, [otherId, other]: Scored): number =>
  other.standardised - one.standardised || other.count - one.count || (id < otherId ? -1 : 1);

const shownValue = (values: Found["values"], id: ApplicantId) => {
  const value = values?.get(id);
  return value === undefined ? {} : { value };
};

/** Says which lists were shown. */
const planOf = (source: ArrangeSource, { protected: top, middle, red, unplaced }: RankOrder): string =>
  createHash("sha256")
    .update(JSON.stringify([source, top, middle, red, unplaced]))
    .digest("base64url");
