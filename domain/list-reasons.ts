// Why the list differs from the preliminary one (DIFF-1, DIFF-2): beside each change what the log says for it, in the words of those
// who signed it. What nobody said a word about comes first. Of what the viewer may see, and nothing is concluded from it.
import type { MoveReason } from "./anchor";
import type { ViewEvent } from "./events";
import type { ApplicantId, MemberId } from "./ids";
import { type ListChange, listDifference } from "./list-difference";
import type { EndorsementStrength, FlagCategory } from "./marks";
import { openingOf, type SeenStep } from "./replay";
import type { Outcome } from "./room";
import type { RankOrder } from "./zone";

interface Signed {
  seq: number;
  at: string;
  by: MemberId | null;
}

export type Reason = Signed &
  (
    | { kind: "move"; reason: MoveReason }
    | { kind: "proposal"; proposedBy: MemberId | null; reason?: MoveReason }
    | { kind: "outcome"; outcome: Outcome }
    | { kind: "endorsement"; strength: EndorsementStrength; evidence?: string }
    | { kind: "flag" | "objection"; category: FlagCategory; sentence: string }
    | { kind: "withdrawn" | "reinstated"; sentence?: string }
    | { kind: "added" }
  );

export interface ExplainedChange {
  change: ListChange;
  /** Oldest first; none: nobody said why. */
  reasons: Reason[];
  /** Their own moves that stand, and who made the last. */
  moves: number;
  lastMove?: Signed;
}

export interface ListReasons {
  /** The unexplained first, and of each the furthest first. */
  changes: ExplainedChange[];
  /** Have another number because others moved. */
  shifted: number;
}

interface Story {
  /** By seq, with what was said for each; those taken back are gone. */
  moves: Map<number, OwnMove>;
  takenBack: Map<number, OwnMove>;
  /** By mark, or by seq where there is none. */
  said: Map<string | number, Reason>;
}

interface OwnMove extends Signed {
  reason?: Reason;
}

/** `steps`: of the meeting, as the viewer sees it; the lists closed up for them as well. */
export function listReasons(steps: readonly SeenStep[], before: RankOrder, now: RankOrder): ListReasons {
  const stories = storiesOf(steps.slice(openingOf(steps) + 1).map(({ event }) => event));
  const changes: ExplainedChange[] = [];
  let shifted = 0;
  for (const change of listDifference(before, now)) {
    const story = stories.get(change.applicantId);
    const moves = [...(story?.moves.values() ?? [])];
    // Which of two neighbours passed the other is not to be seen from two lists, but the log knows who was moved.
    const isInZone = change.kind === "moved" || change.kind === "shifted";
    if (isInZone && moves.length === 0) {
      shifted += 1;
      continue;
    }
    const lastMove = moves.at(-1);
    changes.push({
      change: isInZone ? { ...change, kind: "moved" } : change,
      reasons: [...moves.flatMap(({ reason }) => reason ?? []), ...(story?.said.values() ?? [])]
        .filter((reason) => speaksFor(reason, wayOf(change)))
        .sort((one, other) => one.seq - other.seq),
      moves: moves.length,
      ...(lastMove && { lastMove: { seq: lastMove.seq, at: lastMove.at, by: lastMove.by } }),
    });
  }
  const isExplained = ({ reasons }: ExplainedChange) => Number(reasons.length > 0);
  return { changes: changes.sort((one, other) => isExplained(one) - isExplained(other)), shifted };
}

function storiesOf(events: readonly ViewEvent[]): Map<ApplicantId, Story> {
  const stories = new Map<ApplicantId, Story>();
  const proposers = new Map<string, MemberId | null>();
  const storyOf = (id: ApplicantId): Story => {
    const story = stories.get(id) ?? { moves: new Map(), takenBack: new Map(), said: new Map() };
    stories.set(id, story);
    return story;
  };
  for (const event of events) {
    if (event.type === "withheld" || event.type === "ballotCounted") continue;
    const { seq, at, by } = event;
    const signed: Signed = { seq, at, by };
    switch (event.type) {
      case "moveProposed":
        proposers.set(event.proposalId, by);
        break;
      case "applicantMoved":
      case "applicantsMoved": {
        const ids = event.type === "applicantMoved" ? [event.applicantId] : event.moves.map((move) => move.applicantId);
        const { reason, undoOf, redoOf } = event;
        const proposalId = event.type === "applicantMoved" ? event.proposalId : undefined;
        const given: Reason | undefined =
          proposalId !== undefined
            ? { kind: "proposal", ...signed, proposedBy: proposers.get(proposalId) ?? null, ...(reason && { reason }) }
            : reason && { kind: "move", ...signed, reason };
        for (const id of new Set(ids))
          record(storyOf(id), { ...signed, ...(given && { reason: given }) }, undoOf, redoOf);
        break;
      }
      case "applicantSettled": {
        const { said } = storyOf(event.applicantId);
        // The last word of the room counts.
        said.delete("outcome");
        said.set("outcome", { kind: "outcome", ...signed, outcome: event.outcome });
        break;
      }
      case "applicantEndorsed": {
        const { applicantId, markId, strength, evidence } = event;
        // What was said before the meeting was known when the list was made.
        if (event.signed) break;
        const reason: Reason = { kind: "endorsement", ...signed, strength, ...(evidence && { evidence }) };
        storyOf(applicantId).said.set(markId, reason);
        break;
      }
      case "flagRaised": {
        const { applicantId, markId, category, sentence } = event;
        storyOf(applicantId).said.set(markId, { kind: "flag", ...signed, category, sentence });
        break;
      }
      case "endorsementStruck":
      case "flagStruck":
      case "flagDismissed":
        storyOf(event.applicantId).said.delete(event.markId);
        break;
      case "objectionRaised": {
        const { applicantId, category, sentence } = event;
        storyOf(applicantId).said.set(seq, { kind: "objection", ...signed, category, sentence });
        break;
      }
      case "applicantWithdrawn":
      case "applicantReinstated": {
        const kind = event.type === "applicantWithdrawn" ? "withdrawn" : "reinstated";
        storyOf(event.applicantId).said.set("standing", {
          ...{ kind, ...signed },
          ...(event.reason && { sentence: event.reason }),
        });
        break;
      }
      case "applicantAdded":
        storyOf(event.applicant.id).said.set("standing", { kind: "added", ...signed });
        break;
    }
  }
  return stories;
}

function record({ moves, takenBack }: Story, move: OwnMove, undoOf?: number, redoOf?: number): void {
  if (undoOf !== undefined) {
    const undone = moves.get(undoOf);
    if (undone) takenBack.set(move.seq, undone);
    moves.delete(undoOf);
    return;
  }
  // Made again with what was said for it at first.
  const again = redoOf === undefined ? undefined : takenBack.get(redoOf)?.reason;
  moves.set(move.seq, { ...move, ...(again && { reason: again }) });
}

type Way = "up" | "down";

function wayOf({ kind, from, to, by }: ListChange): Way | undefined {
  if (by !== undefined && by !== 0) return by > 0 ? "up" : "down";
  if (kind === "left") return "down";
  if (from?.rank !== undefined && to?.rank === undefined) return "down";
  return to?.rank !== undefined && from?.rank === undefined ? "up" : undefined;
}

/** A good word explains no fall, and a concern no rise; what was left as it was explains neither. */
function speaksFor(reason: Reason, way: Way | undefined): boolean {
  switch (reason.kind) {
    case "endorsement":
      return way !== "down";
    case "flag":
    case "objection":
      return way !== "up";
    case "outcome":
      return outcomeWays[reason.outcome] === "any" || outcomeWays[reason.outcome] === way;
    default:
      return true;
  }
}

const outcomeWays: Record<Outcome, Way | "any" | "none"> = {
  held: "none",
  parked: "none",
  moved: "any",
  protected: "up",
  red: "down",
};
