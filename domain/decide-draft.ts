// Decisions about a draft as a whole: a snapshot, an arrangement, the freeze (DRAFT-3, DRAFT-4, FREEZE-1).
import { sourceWords } from "./arrange-source";
import type { ArrangeList, FreezeDraft } from "./commands";
import { accept, type Decision, reject } from "./decision";
import { isRecused, type MeetingState } from "./meeting";
import { rankedCount, sameOrder } from "./rank-list";
import { type Place, places, type RankOrder } from "./zone";

/** What is replaced is kept as a snapshot first, so that every arrangement can be taken back. */
export function decideArrange(state: MeetingState, command: ArrangeList, by: string): Decision {
  const order = arrangedOrder(state, command, by);
  if (sameOrder(order, state.order)) return accept();
  const { protected: top, middle, red } = order;
  const arranged = { type: "listArranged", source: command.source, protected: top, middle, red } as const;
  const isEmpty = rankedCount(state.order) + state.order.red.length === 0;
  const kept = { type: "snapshotTaken", name: `Before: ${sourceWords[command.source]}` } as const;
  const lists = { ...arranged, protected: [...top], middle: [...middle], red: [...red] };
  return isEmpty ? accept(lists) : accept(kept, lists);
}

/**
 * The draft's order in the one asked for. Nobody is lost or doubled, whatever is asked: the first place that names somebody
 * counts; whoever is named nowhere, or is withheld from the asker, keeps their zone and their place in it.
 */
export function arrangedOrder(
  state: Pick<MeetingState, "order" | "recusals">,
  asked: Record<Place, readonly string[]>,
  by: string,
): RankOrder {
  const mine = new Set(places.flatMap((place) => state.order[place]));
  for (const id of state.recusals[by] ?? []) mine.delete(id);
  const take = (place: Place) => asked[place].filter((id) => mine.delete(id));
  const order = { protected: take("protected"), middle: take("middle"), red: take("red"), unplaced: take("unplaced") };
  const moved = new Set(places.flatMap((place) => order[place]));
  for (const place of places) {
    for (const [index, id] of state.order[place].entries()) if (!moved.has(id)) order[place].splice(index, 0, id);
  }
  return order;
}

/** Once nobody is left in the tray. The asker is told of the withheld by their number (RECUSE-4). */
export function decideFreeze(state: MeetingState, command: FreezeDraft, by: string): Decision {
  const { unplaced } = state.order;
  const withheld = unplaced.filter((id) => isRecused(state, by, id)).length;
  if (unplaced.length > 0 || rankedCount(state.order) === 0) {
    return reject({ code: "draftNotReady", unplaced: unplaced.length - withheld, withheld });
  }
  return accept({ type: "draftFrozen", meetingId: command.meetingId });
}
