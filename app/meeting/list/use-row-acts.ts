// What a press in the lists means: the rank to type over it, ⋯ for the menu, anything else on a row for its file; with Ctrl, ⌘ or
// Shift it selects. One listener for all rows.
import { type MouseEvent, useCallback, useEffect, useState } from "react";
import type { ApplicantId } from "../../../domain/ids";
import { useMeetingStore } from "../../meeting-store/use-meeting";
import { tell } from "../meeting-actions";
import { dropCaret } from "./drop-caret";
import type { OpenMenu } from "./move-menu";
import { type RowFocus, rowIdOf } from "./row-focus";

export interface RowActs {
  entryId: ApplicantId | null;
  menu: OpenMenu | null;
  onClick: (event: MouseEvent<HTMLElement>) => void;
  typeRank: (applicantId: ApplicantId) => void;
  openMenu: (applicantId: ApplicantId) => void;
  endEntry: () => void;
  closeMenu: () => void;
}

interface ActParts {
  focus: RowFocus;
  /** Somebody is selected. */
  isSelecting: boolean;
  /** False where this member moves nobody. */
  select: (id: ApplicantId, isReach: boolean) => boolean;
  block: string | undefined;
  onOpen: (applicantId: ApplicantId) => void;
}

export function useRowActs({ focus, isSelecting, select, block, onOpen }: ActParts): RowActs {
  const store = useMeetingStore();
  const [entryId, setEntryId] = useState<ApplicantId | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);

  useEffect(() => {
    if (entryId === null) return;
    store.hold(entryId);
    return () => store.hold(null);
  }, [store, entryId]);

  const typeRank = useCallback(
    (applicantId: ApplicantId) => {
      if (block) return tell(block);
      setEntryId(applicantId);
    },
    [block],
  );
  const openMenu = useCallback(
    (applicantId: ApplicantId) => {
      const anchor = focus.rowOf(applicantId)?.querySelector<HTMLElement>("[data-act=menu]");
      if (anchor) setMenu((open) => (open?.applicantId === applicantId ? null : { applicantId, anchor }));
    },
    [focus],
  );
  const endEntry = useCallback(() => setEntryId(null), []);
  const closeMenu = useCallback(() => {
    setMenu((open) => {
      // The menu gives the focus back to its button; this is for a button that was made anew meanwhile.
      if (open) focus.keep(open.applicantId, "menu");
      return null;
    });
  }, [focus]);

  const onClick = useCallback(
    (event: MouseEvent<HTMLElement>) => {
      dropCaret();
      const target = event.target as Element;
      const id = rowIdOf(target);
      if (id === undefined || event.defaultPrevented) return;
      const act = target.closest<HTMLElement>("[data-act]")?.dataset.act;
      if (act === "rank") return typeRank(id);
      if (act === "menu") return openMenu(id);
      if (target.closest("button, input, .row-handle")) return;
      const isElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
      // A finger has no such keys: once it has begun to select, it goes on until the selection is cleared.
      const isMore = isElsewhere || (isSelecting && matchMedia("(pointer: coarse)").matches);
      if (isMore && select(id, event.shiftKey)) {
        event.preventDefault();
        return getSelection()?.removeAllRanges();
      }
      // A new tab, or words being marked for copying.
      if (isElsewhere || getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      onOpen(id);
    },
    [typeRank, openMenu, isSelecting, select, onOpen],
  );

  return { entryId, menu, onClick, typeRank, openMenu, endEntry, closeMenu };
}
