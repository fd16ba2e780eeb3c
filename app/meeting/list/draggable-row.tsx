// Drag and drop for a row that stands already. A Draggable that wrapped the row would make its elements anew whenever it comes
// near the view or leaves it, dozens of times while a list scrolls, and drop the focus each time. This one renders nothing: it
// writes what it is given onto the row and its handle, and takes it off again.
import { memo, type RefObject, useLayoutEffect, useRef } from "react";
import { Draggable, type DraggableProvided } from "react-beautiful-dnd";
import { DIVIDER } from "./list-items";

interface DraggableRowProps {
  id: string;
  index: number;
  isDisabled: boolean;
  /** The list that holds the row. */
  list: RefObject<HTMLElement>;
}

export const DraggableRow = memo(function DraggableRow({ id, index, isDisabled, list }: DraggableRowProps) {
  return (
    <Draggable draggableId={id} index={index} isDragDisabled={isDisabled}>
      {(provided) => <Dressing id={id} provided={provided} list={list} />}
    </Draggable>
  );
});

interface DressingProps extends Pick<DraggableRowProps, "id" | "list"> {
  provided: DraggableProvided;
}

/** Gone while the row is lifted: then the list shows a clone (see lifted-row.tsx). */
const Dressing = memo(function Dressing({ id, provided, list }: DressingProps) {
  const { innerRef, draggableProps, dragHandleProps } = provided;
  const row = useRef<HTMLElement | null>(null);

  useLayoutEffect(() => {
    const place = id === DIVIDER ? "[data-divider]" : `[data-applicant="${CSS.escape(id)}"]`;
    row.current = list.current?.querySelector<HTMLElement>(`:scope > ${place} > .row`) ?? null;
    innerRef(row.current);
    return () => innerRef(null);
  }, [id, list, innerRef]);

  useLayoutEffect(() => {
    const element = row.current;
    if (!element) return;
    const undress = writeAttributes(element, draggableProps);
    // Of the styles only these two concern a row that is not lifted: it makes room.
    const { transform, transition } = draggableProps.style ?? {};
    element.style.transform = transform ?? "";
    element.style.transition = transition ?? "";
    return () => {
      undress();
      element.style.transform = "";
      element.style.transition = "";
    };
  }, [draggableProps]);

  useLayoutEffect(() => {
    const handle = row.current?.querySelector<HTMLElement>(".row-handle");
    if (!handle || !dragHandleProps) return;
    handle.removeAttribute("aria-hidden");
    const undress = writeAttributes(handle, dragHandleProps);
    return () => {
      undress();
      handle.setAttribute("aria-hidden", "true");
    };
  }, [dragHandleProps]);

  return null;
});

/** What is an attribute among the props, under its name in HTML; returns what takes them off. */
function writeAttributes(element: HTMLElement, props: object): () => void {
  const names: string[] = [];
  for (const [prop, value] of Object.entries(props)) {
    // Listeners are for dragging by the browser itself, which `draggable="false"` turns off.
    if (typeof value === "function" || typeof value === "object" || value === undefined) continue;
    const name = prop.toLowerCase();
    element.setAttribute(name, String(value));
    names.push(name);
  }
  return () => {
    for (const name of names) element.removeAttribute(name);
  };
}
