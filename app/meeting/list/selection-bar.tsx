// At the foot of the list while somebody is selected: how many, where to with all of them, and an end to it (PICK-1).

import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { Anchor } from "../../../domain/anchor";
import { counted } from "../../../domain/count-words";
import type { ApplicantId } from "../../../domain/ids";
import { useMeeting, useMeetingStore } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { LazyMenu } from "../../ui/lazy-menu";
import { announce } from "../../ui/live-region";
import type { MenuItem } from "../../ui/menu-group";
import { onEscape } from "../../ui/on-escape";
import { tell } from "../meeting-actions";
import { nameIn } from "../move-words";
import { useMeetingActions } from "../use-meeting-actions";
import type { ListDesk } from "./list-desk";
import { anchorForAllIn, anchorForRanks, inListOrder, lastRankFor, moveTogether } from "./move-together";
import { reachedTo, type Selection, toggled } from "./selection";

/** With the bar, from the first who is selected on. */
export interface Selecting extends Selection {
  Bar?: typeof SelectionBar;
}

/** `everybody`: as far as there, in the order of the screen; without them it is one alone. */
export const selecting = (
  last: Selection,
  id: ApplicantId,
  everybody?: readonly ApplicantId[],
  from?: ApplicantId,
): Selecting => ({
  ...(everybody ? reachedTo(last, id, everybody, from) : toggled(last, id)),
  Bar: SelectionBar,
});

interface SelectionBarProps {
  selection: Selecting;
  onSelect: (next: Selecting) => void;
  /** Why nothing can be moved now. */
  block: string | undefined;
  desk: ListDesk;
}

const zones = [
  { id: "protected", label: "Protected, at its end" },
  { id: "middle", label: "Middle, at its top" },
  { id: "red", label: "Not ranked…", isDanger: true },
] as const;

export function SelectionBar({ selection, onSelect, block, desk }: SelectionBarProps) {
  const store = useMeetingStore();
  const actions = useMeetingActions();
  const state = useMeeting((snapshot) => snapshot.state);
  const [isTyping, setIsTyping] = useState(false);
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const { ids } = selection;
  const chosen = inListOrder(state, ids);
  const isSomebodyGone = chosen.length < ids.size;
  useEffect(() => {
    // Whoever has withdrawn, or is withheld from me since, is selected no longer.
    if (isSomebodyGone) onSelect({ ...selection, ids: new Set(chosen) });
  }, [isSomebodyGone, onSelect, selection, chosen]);
  const isMoved = useRef(false);
  useAnnouncement(selection, isMoved);

  const end = () => {
    const [first] = chosen;
    onSelect({ ids: new Set() });
    if (first) desk.focus.keep(first);
  };
  const go = (to: (ids: readonly string[]) => Anchor) => {
    if (block) return tell(block);
    const onMoved = () => {
      isMoved.current = true;
      end();
    };
    void moveTogether({ store, actions, ownMoves: desk.ownMoves, onMoved }, chosen, to(chosen));
  };
  const items = zones.map(
    (zone): MenuItem => ({ ...zone, onSelect: () => go((all) => anchorForAllIn(state.order, all, zone.id)) }),
  );

  return (
    <section
      aria-label="Selected applicants"
      className="flex flex-wrap items-center gap-2 border-t border-hairline bg-surface px-4 py-2"
    >
      <p className="tabular mr-auto">
        <span className="font-bold">{chosen.length} selected</span>
        <span className="text-meta text-muted"> {block ?? "They keep their order."}</span>
      </p>
      {isTyping ? (
        <RankForm
          last={lastRankFor(state.order, chosen)}
          onRank={(rank) => go((all) => anchorForRanks(state.order, all, rank))}
          onClose={() => setIsTyping(false)}
        />
      ) : (
        <Button aria-disabled={block !== undefined} onClick={() => (block ? tell(block) : setIsTyping(true))}>
          Move to rank…
        </Button>
      )}
      <Button
        aria-haspopup="menu"
        aria-expanded={menu !== null}
        aria-disabled={block !== undefined}
        onClick={(event) => (block ? tell(block) : setMenu(menu ? null : event.currentTarget))}
      >
        To zone…
      </Button>
      <Button title="Escape" onClick={end}>
        Clear
      </Button>
      {menu && (
        <LazyMenu
          anchor={menu}
          label={`Move ${counted(chosen.length, "selected applicant")}`}
          groups={[{ id: "zones", items }]}
          onClose={() => setMenu(null)}
        />
      )}
    </section>
  );
}

interface RankFormProps {
  last: number;
  onRank: (rank: number) => void;
  onClose: () => void;
}

function RankForm({ last, onRank, onClose }: RankFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const rank = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  const isRank = rank >= 1 && rank <= last;
  useEffect(() => form.current?.querySelector("input")?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (!isRank) return;
    onClose();
    onRank(rank);
  };

  return (
    <form ref={form} noValidate onSubmit={submit} onKeyDown={onEscape(onClose)} className="flex flex-wrap gap-2">
      <TextField
        label="First of them to rank"
        isLabelHidden
        placeholder={`1 to ${last}`}
        className="w-28"
        inputMode="numeric"
        autoComplete="off"
        enterKeyHint="go"
        value={typed}
        error={isChecked && !isRank ? `1 to ${last}` : null}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" variant="primary" className="self-start">
        Move
      </Button>
    </form>
  );
}

/** For the ear: whom a press has added or taken away, and how many there are. After a move that is what was said last. */
function useAnnouncement({ ids }: Selection, isMoved: RefObject<boolean>): void {
  const store = useMeetingStore();
  const last = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const changed = [...ids, ...last.current].filter((id) => ids.has(id) !== last.current.has(id));
    last.current = ids;
    const [only = ""] = changed;
    const name = nameIn(store.getSnapshot().state, only);
    const what = changed.length === 1 ? `${name} ${ids.has(only) ? "selected" : "not selected"}. ` : "";
    if (changed.length > 0) announce(`${what}${ids.size} selected.`);
  }, [ids, store]);
  useEffect(
    () => () => {
      if (!isMoved.current) announce("Nobody is selected.");
    },
    [isMoved],
  );
}
