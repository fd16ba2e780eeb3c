// Why the list differs from the preliminary one (DIFF-1 to DIFF-3): beside each change what the log says for it, in the words of
// those who signed it. What nobody said a word about comes first. Of what the viewer may see, and nothing is concluded from it.
import type { MoveReason } from "./anchor";
import type { ApplicantId, MemberId } from "./ids";
import { type ListChange, listDifference, type Spot, spotIn } from "./list-difference";
import type { EndorsementStrength, FlagCategory } from "./marks";
import { openingOf, type SeenStep, seenAt } from "./replay";
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
  /** They left or came: a change of their standing that is no move. */
  steps: Step[];
  /** By mark, or by seq where there is none. */
  said: Map<string | number, Said>;
  /** Flags that wait for their verdict: they count from that on (MARK-4). */
  open: Map<string, Reason>;
  /** The seq since which they have been before the room, while they are. */
  spotlit?: number;
}

/** What changed where they stand. */
interface Step {
  /** When it was made first: what is made again has no more reasons than it had. */
  since: number;
  way: Way | undefined;
}

interface OwnMove extends Signed, Step {
  reason?: Reason;
}

/** `from`: counts for what was done after this. */
interface Said {
  reason: Reason;
  from: number;
}

/** `steps`: of the meeting, as the viewer sees it; the lists closed up for them as well. */
export function listReasons(steps: readonly SeenStep[], before: RankOrder, now: RankOrder): ListReasons {
  const stories = storiesOf(steps);
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
      reasons: [...moves.flatMap(({ reason }) => reason ?? []), ...(story ? saidFor(story) : [])]
        .filter((reason) => speaksFor(reason, wayOf(change)))
        .sort((one, other) => one.seq - other.seq),
      moves: moves.length,
      ...(lastMove && { lastMove: { seq: lastMove.seq, at: lastMove.at, by: lastMove.by } }),
    });
  }
  const isExplained = ({ reasons }: ExplainedChange) => Number(reasons.length > 0);
  return { changes: changes.sort((one, other) => isExplained(one) - isExplained(other)), shifted };
}

/** What was there before something that it speaks for was done (DIFF-3). Coming and leaving speak for themselves. */
function saidFor({ moves, steps, said }: Story): Reason[] {
  const done = [...moves.values(), ...steps];
  return [...said.values()].flatMap(({ reason, from }) =>
    isStanding(reason) || done.some(({ since, way }) => from < since && speaksFor(reason, way)) ? [reason] : [],
  );
}

const isStanding = ({ kind }: Reason): boolean => kind === "withdrawn" || kind === "reinstated" || kind === "added";

function storiesOf(seen: readonly SeenStep[]): Map<ApplicantId, Story> {
  const stories = new Map<ApplicantId, Story>();
  const proposers = new Map<string, MemberId | null>();
  const storyOf = (id: ApplicantId): Story => {
    const story = stories.get(id) ?? {
      ...{ moves: new Map(), takenBack: new Map(), said: new Map(), open: new Map() },
      steps: [],
    };
    stories.set(id, story);
    return story;
  };
  const opening = openingOf(seen);
  const openedAt = seenAt(seen, opening) ?? "";
  for (const [index, { event, order }] of seen.entries()) {
    if (index <= opening || event.type === "withheld" || event.type === "ballotCounted") continue;
    const before = seen[index - 1]?.order ?? order;
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
        for (const id of new Set(ids)) {
          const way = wayBetween(spotIn(before, id), spotIn(order, id));
          record(storyOf(id), { ...signed, since: seq, way, ...(given && { reason: given }) }, undoOf, redoOf);
        }
        break;
      }
      case "spotlightMoved":
        for (const story of stories.values()) delete story.spotlit;
        if (event.spotlit !== undefined) storyOf(event.spotlit).spotlit = seq;
        break;
      case "applicantSettled": {
        const { said, spotlit = seq } = storyOf(event.applicantId);
        // The last word of the room counts, for what was done while they were before it too.
        said.delete("outcome");
        said.set("outcome", { reason: { kind: "outcome", ...signed, outcome: event.outcome }, from: spotlit });
        break;
      }
      case "applicantEndorsed": {
        const { applicantId, markId, strength, evidence, signed: asSaid = { at, by } } = event;
        // What was said before the meeting was known when the list was made.
        if (asSaid.at < openedAt) break;
        const reason: Reason = { kind: "endorsement", seq, ...asSaid, strength, ...(evidence && { evidence }) };
        storyOf(applicantId).said.set(markId, { reason, from: seq });
        break;
      }
      case "flagRaised": {
        const { applicantId, markId, category, sentence } = event;
        storyOf(applicantId).open.set(markId, { kind: "flag", ...signed, category, sentence });
        break;
      }
      case "flagVerified": {
        const { open, said } = storyOf(event.applicantId);
        const reason = open.get(event.markId);
        if (reason) said.set(event.markId, { reason, from: seq });
        break;
      }
      case "endorsementStruck":
      case "flagStruck":
        storyOf(event.applicantId).said.delete(event.markId);
        break;
      case "objectionRaised": {
        const { applicantId, category, sentence } = event;
        const reason: Reason = { kind: "objection", ...signed, category, sentence };
        storyOf(applicantId).said.set(seq, { reason, from: seq });
        break;
      }
      case "applicantWithdrawn":
      case "applicantReinstated": {
        const kind = event.type === "applicantWithdrawn" ? "withdrawn" : "reinstated";
        const { said, steps } = storyOf(event.applicantId);
        const sentence = event.reason && { sentence: event.reason };
        said.set("standing", { reason: { kind, ...signed, ...sentence }, from: seq });
        steps.push({ since: seq, way: kind === "withdrawn" ? "down" : "up" });
        break;
      }
      case "applicantAdded": {
        const { said, steps } = storyOf(event.applicant.id);
        said.set("standing", { reason: { kind: "added", ...signed }, from: seq });
        steps.push({ since: seq, way: "up" });
        break;
      }
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
  // Made again with what was said for it at first, and no more.
  const again = redoOf === undefined ? undefined : takenBack.get(redoOf);
  moves.set(move.seq, { ...move, ...(again && { since: again.since, reason: again.reason }) });
}

type Way = "up" | "down";

const wayOf = ({ kind, from, to }: ListChange): Way | undefined => (kind === "left" ? "down" : wayBetween(from, to));

function wayBetween(from: Spot | undefined, to: Spot | undefined): Way | undefined {
  if (from?.rank !== undefined && to?.rank !== undefined) {
    return from.rank === to.rank ? undefined : from.rank > to.rank ? "up" : "down";
  }
  if (from?.rank !== undefined) return "down";
  return to?.rank === undefined ? undefined : "up";
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
