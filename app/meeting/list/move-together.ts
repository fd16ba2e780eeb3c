// Moving a selection (PICK-1): as it stands on the list, to one place, as one event. What is lacking is asked once; what would be
// refused to one of them is refused to all, and says for whom.
import type { Anchor, MoveReason } from "../../../domain/anchor";
import { counted } from "../../../domain/count-words";
import { decideMoves } from "../../../domain/decide-move";
import type { ApplicantId } from "../../../domain/ids";
import { alphabetically, type MeetingState } from "../../../domain/meeting";
import { isAsked } from "../../../domain/move-need";
import { anchorForRank, MOST_TOGETHER, placeOf, rankedCount, rankedIds, removeFrom } from "../../../domain/rank-list";
import { sentenceOf } from "../../../domain/rejection";
import type { RankOrder } from "../../../domain/zone";
import type { MeetingStore } from "../../meeting-store/meeting-store";
import { announce } from "../../ui/live-region";
import { type MeetingActions, tell } from "../meeting-actions";
import { nameIn, placeWords, standingIn } from "../move-words";
import { anchorForZone } from "./list-items";
import { rangeOf } from "./zone-bar";

/** The selected ones in the order of the screen: by rank, then by name. */
export const inListOrder = (state: MeetingState, selected: ReadonlySet<ApplicantId>): ApplicantId[] =>
  [...rankedIds(state.order), ...alphabetically(state, "red"), ...alphabetically(state, "unplaced")].filter((id) =>
    selected.has(id),
  );

const withoutAll = (order: RankOrder, ids: readonly ApplicantId[]): RankOrder => ids.reduce(removeFrom, order);

/** The last rank that the first of them can have. */
export const lastRankFor = (order: RankOrder, ids: readonly ApplicantId[]): number =>
  rankedCount(withoutAll(order, ids)) + 1;

/** Where the first of them has that rank, and the others stand behind it. */
export function anchorForRanks(order: RankOrder, ids: readonly ApplicantId[], rank: number): Anchor {
  const [first = "", ...others] = ids;
  return anchorForRank(withoutAll(order, others), first, rank);
}

export function anchorForAllIn(order: RankOrder, ids: readonly ApplicantId[], zone: Anchor["zone"]): Anchor {
  const [first = "", ...others] = ids;
  return anchorForZone(withoutAll(order, others), first, zone);
}

/** "4 applicants: ranks 12 to 15, protected. Undo available." */
function movedSentence(state: MeetingState, ids: readonly ApplicantId[]): string {
  const { rank, place = "unplaced" } = standingIn(state, ids[0] ?? "");
  const where = rank === undefined ? "" : `${rangeOf(rank, rank + ids.length - 1)}, `;
  return `${counted(ids.length, "applicant")}: ${where}${placeWords[place]}. Undo available.`;
}

interface TogetherParts {
  store: MeetingStore;
  actions: MeetingActions;
  ownMoves: Set<ApplicantId>;
  onMoved: () => void;
}

/** A reason that lacks nothing: with it, only what no reason would mend is refused. */
const anyReason: MoveReason = { category: "other", provenance: "firstHand", sentence: "Any." };

export async function moveTogether(parts: TogetherParts, chosen: readonly ApplicantId[], to: Anchor): Promise<void> {
  const { store, actions, ownMoves, onMoved } = parts;
  const { state, memberId } = store.getSnapshot();
  // Red keeps no order: whoever is there already is where they are asked to be.
  const applicantIds = to.zone === "red" ? chosen.filter((id) => placeOf(state.order, id) !== "red") : [...chosen];
  if (applicantIds.length === 0) return;
  if (applicantIds.length > MOST_TOGETHER) {
    return tell(`At most ${MOST_TOGETHER} applicants move together, and ${applicantIds.length} are selected.`);
  }
  const command = { type: "moveApplicants", applicantIds, to } as const;
  const finish = () => {
    announce(movedSentence(store.getSnapshot().state, applicantIds));
    onMoved();
  };
  const decision = decideMoves(state, command, memberId);
  if (!decision.ok) {
    const explained = decideMoves(state, { ...command, reason: anyReason }, memberId);
    if (!explained.ok) {
      const { rejection } = explained;
      const whom = "applicantId" in rejection ? ` ${nameIn(state, rejection.applicantId)} cannot go there.` : "";
      return tell(`Nobody was moved.${whom} ${sentenceOf(rejection, state)}`);
    }
    const { code } = decision.rejection;
    if (!isAsked(code)) return;
    return actions.ask({ kind: "moveReason", applicantIds, to, need: code, onMoved: finish });
  }
  for (const id of applicantIds) ownMoves.add(id);
  const answer = await actions.run(command);
  if (answer.ok) finish();
}
