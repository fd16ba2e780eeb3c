// From lift to drop. The list stands still while somebody drags: what others do waits in the store, a drop is told by its new
// neighbours, and what became of the applicant meanwhile is looked up before anything is sent.
import { type MutableRefObject, useEffect, useMemo, useRef, useState } from "react";
import {
  type BeforeCapture,
  type DragDropContextProps,
  type DragStart,
  type DragUpdate,
  type DropResult,
  type ResponderProvided,
  type SensorAPI,
  useKeyboardSensor,
} from "react-beautiful-dnd";
import type { Anchor } from "../../../domain/anchor";
import type { MeetingState } from "../../../domain/meeting";
import type { MeetingStore } from "../../meeting-store/meeting-store";
import { type MeetingActions, tell } from "../meeting-actions";
import { nameIn, placeWords, standingIn } from "../move-words";
import { dropCaret } from "./drop-caret";
import { type LiftedBox, rowBoxOf } from "./lifted-row";
import { dropAt } from "./list-items";
import { usePointerSensor } from "./use-pointer-sensor";
import { watchDrag } from "./watch-drag";

type Responders = Pick<
  DragDropContextProps,
  "sensors" | "onBeforeCapture" | "onDragStart" | "onDragUpdate" | "onDragEnd"
>;

interface DragParts {
  store: MeetingStore;
  actions: MeetingActions;
  /** The ranked rows as the page shows them. */
  items: MutableRefObject<readonly string[]>;
  /** The row in the hand, as it stood at the lift. */
  box: MutableRefObject<LiftedBox>;
  /** Nothing may be moved any more, and why. */
  block: () => string | undefined;
  /** Who is being dragged; null when it has ended. */
  onDragging: (applicantId: string | null) => void;
  /** The row is already where it belongs: it need not slide there. */
  onDropped: (applicantId: string) => void;
}

/** `turn` changes when the lists have to be made anew, because the library lost a drag. */
export function useDrag(parts: DragParts): { responders: Responders; turn: number } {
  const { store, actions, items, box, onDragging, onDropped } = parts;
  /** Ranked rows as they stood at the lift. */
  const lifted = useRef<readonly string[]>([]);
  const block = useRef(parts.block);
  const [turn, setTurn] = useState(0);
  const api = useRef<SensorAPI | null>(null);
  /** Ends the watch over the drag that is going on. */
  const watch = useRef<() => void>();
  useEffect(() => {
    block.current = parts.block;
  });
  useEffect(() => () => watch.current?.(), []);

  const responders = useMemo(() => {
    /** Ends a drag, once: the list stands still no longer. */
    const letIn = (isOver: () => void): void => {
      if (!watch.current) return;
      watch.current();
      watch.current = undefined;
      store.hold(null);
      onDragging(null);
      isOver();
      const count = store.letIn();
      if (count > 0) tell(`${count} ${count === 1 ? "change" : "changes"} while you dragged.`);
    };
    const where = (place: { droppableId: string; index: number } | null, id: string): string => {
      if (!place) return "outside the lists";
      if (place.droppableId !== "ranked") return placeWords.red;
      const { rank, to } = dropAt(lifted.current, id, place.index);
      return `rank ${rank}, ${placeWords[to.zone]}`;
    };

    const keepApi = (given: SensorAPI) => {
      api.current = given;
    };

    return {
      sensors: [useKeyboardSensor, usePointerSensor, keepApi],
      onBeforeCapture: ({ draggableId }: BeforeCapture) => {
        store.holdBack();
        dropCaret();
        box.current = rowBoxOf(draggableId) ?? box.current;
        watch.current?.();
        watch.current = watchDrag({
          api: api.current,
          isGivenUp: () => isGone(store.getConfirmed(), draggableId) || block.current() !== undefined,
          onStuck: () => {
            letIn(() => tell("Put back. Nothing was moved."));
            setTurn((last) => last + 1);
          },
        });
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
      onDragEnd: ({ draggableId, source, destination, reason }: DropResult, { announce }: ResponderProvided) =>
        letIn(() => {
          const stays =
            !destination || (source.droppableId === destination.droppableId && source.index === destination.index);
          if (hasVanished(store, draggableId)) return;
          if (reason === "CANCEL" || stays) return announce("Put back. Nothing was moved.");
          const to: Anchor =
            destination.droppableId === "red"
              ? { zone: "red", after: null, before: null }
              : dropAt(lifted.current, draggableId, destination.index).to;
          // Sent before the others are let in, so that all of it is one change of the screen.
          void actions.move(draggableId, to);
          onDropped(draggableId);
        }),
    };
  }, [store, actions, items, box, onDragging, onDropped]);
  return { responders, turn };
}

/** Withdrawn, or withheld from me. */
const isGone = ({ applicants }: MeetingState, id: string): boolean => applicants[id]?.withdrawn !== false;

/** Gone since the lift? Says so. */
function hasVanished(store: MeetingStore, id: string): boolean {
  const known = store.getSnapshot().state;
  const now: MeetingState = store.getConfirmed();
  if (!isGone(now, id)) return false;
  tell(
    now.applicants[id]
      ? `${nameIn(known, id)} was withdrawn while you dragged. Nothing was moved.`
      : "That applicant is no longer on your list. Nothing was moved.",
  );
  return true;
}

export const dragManner = {
  dragHandleUsageInstructions:
    "Press Space to lift the applicant. Then the arrow keys move, Space drops, and Escape puts back. The Move menu of the row does the same.",
  /** Slower than the library's own, and only at the very edges: the place to drop must be readable while it goes by. */
  enableDefaultSensors: false,
  autoScrollerOptions: { startFromPercentage: 0.15, maxScrollAtPercentage: 0.05, maxPixelScroll: 14 },
};
