// From lift to drop. The list stands still while somebody drags: what others do waits in the store, a drop is told by its new
// neighbours, and what became of the applicant meanwhile is looked up before anything is sent.
import { type MutableRefObject, useMemo, useRef } from "react";
import type {
  BeforeCapture,
  DragDropContextProps,
  DragStart,
  DragUpdate,
  DropResult,
  ResponderProvided,
} from "react-beautiful-dnd";
import type { Anchor } from "../../../domain/anchor";
import type { MeetingState } from "../../../domain/meeting";
import type { MeetingStore } from "../../meeting-store/meeting-store";
import { type MeetingActions, tell } from "../meeting-actions";
import { nameIn, placeWords, standingIn } from "../move-words";
import { dropCaret } from "./drop-caret";
import { dropAt } from "./list-items";

type Responders = Pick<DragDropContextProps, "onBeforeCapture" | "onDragStart" | "onDragUpdate" | "onDragEnd">;

interface DragParts {
  store: MeetingStore;
  actions: MeetingActions;
  /** The ranked rows as the page shows them. */
  items: MutableRefObject<readonly string[]>;
  /** Who is being dragged; null when it has ended. */
  onDragging: (applicantId: string | null) => void;
  /** The row is already where it belongs: it need not slide there. */
  onDropped: (applicantId: string) => void;
}

export function useDrag({ store, actions, items, onDragging, onDropped }: DragParts): Responders {
  /** Ranked rows as they stood at the lift. */
  const lifted = useRef<readonly string[]>([]);

  return useMemo(() => {
    const where = (place: { droppableId: string; index: number } | null, id: string): string => {
      if (!place) return "outside the lists";
      if (place.droppableId !== "ranked") return placeWords.red;
      const { rank, to } = dropAt(lifted.current, id, place.index);
      return `rank ${rank}, ${placeWords[to.zone]}`;
    };

    return {
      onBeforeCapture: ({ draggableId }: BeforeCapture) => {
        store.holdBack();
        dropCaret();
        lifted.current = items.current;
        onDragging(draggableId);
      },
      onDragStart: ({ draggableId }: DragStart, { announce }: ResponderProvided) => {
        store.hold(draggableId);
        const { state } = store.getSnapshot();
        const { rank, place } = standingIn(state, draggableId);
        const from = rank === undefined ? placeWords[place ?? "unplaced"] : `rank ${rank}`;
        announce(`Lifted ${nameIn(state, draggableId)}, ${from}. Arrow keys move, Space drops, Escape puts back.`);
      },
      onDragUpdate: ({ destination, draggableId }: DragUpdate, { announce }: ResponderProvided) =>
        announce(where(destination, draggableId)),
      onDragEnd: ({ draggableId, source, destination, reason }: DropResult, { announce }: ResponderProvided) => {
        store.hold(null);
        onDragging(null);
        const stays =
          !destination || (source.droppableId === destination.droppableId && source.index === destination.index);
        if (reason === "CANCEL" || stays) {
          announce("Put back. Nothing was moved.");
        } else if (!hasVanished(store, draggableId)) {
          const to: Anchor =
            destination.droppableId === "red"
              ? { zone: "red", after: null, before: null }
              : dropAt(lifted.current, draggableId, destination.index).to;
          // Sent before the others are let in, so that all of it is one change of the screen.
          void actions.move(draggableId, to);
          onDropped(draggableId);
        }
        const count = store.letIn();
        if (count > 0) tell(`${count} ${count === 1 ? "change" : "changes"} while you dragged.`);
      },
    };
  }, [store, actions, items, onDragging, onDropped]);
}

/** Withdrawn, or withheld from me, since the lift: says so. */
function hasVanished(store: MeetingStore, id: string): boolean {
  const known = store.getSnapshot().state;
  const now: MeetingState = store.getConfirmed();
  const applicant = now.applicants[id];
  if (applicant && !applicant.withdrawn) return false;
  tell(
    applicant
      ? `${nameIn(known, id)} was withdrawn while you dragged. Nothing was moved.`
      : "That applicant is no longer on your list. Nothing was moved.",
  );
  return true;
}

export const dragManner = {
  dragHandleUsageInstructions:
    "Press Space to lift the applicant. Then the arrow keys move, Space drops, and Escape puts back. The Move menu of the row does the same.",
  /** Slower than the library's own, and only at the very edges: the place to drop must be readable while it goes by. */
  autoScrollerOptions: { startFromPercentage: 0.15, maxScrollAtPercentage: 0.05, maxPixelScroll: 14 },
};
