// The lists of a meeting: the ranked one, beside or below it those who are not ranked and, while there are any, those nobody has
// placed yet. One drag and drop surface, one menu, one search over all of them.
import { useCallback, useMemo, useRef, useState } from "react";
import { DragDropContext } from "react-beautiful-dnd";
import { flushSync } from "react-dom";
import { mayAskIn } from "../../../domain/policy";
import { anchorForRank, rankedCount, rankedIds, rankOf } from "../../../domain/rank-list";
import { openCallOf } from "../../../domain/room";
import { useMeeting, useMeetingStore } from "../../meeting-store/use-meeting";
import { pageNonce } from "../../ui/nonce";
import { showToast } from "../../ui/toasts";
import { tell } from "../meeting-actions";
import { moveBlock } from "../move-block";
import { nextOnAgenda } from "../next-on-agenda";
import { useMeetingActions } from "../use-meeting-actions";
import { notFetched, useWhenWanted } from "../use-on-demand";
import type { Filter } from "./filters";
import type { ListDesk } from "./list-desk";
import { MiddleHeading, RedHeading, UnplacedHeading } from "./list-headings";
import { DIVIDER } from "./list-items";
import { loadSelection } from "./load-selection";
import { redFigures, unplacedFigures } from "./rank-figures";
import { itemOf, RowEntryContext } from "./row-focus";
import { RowIconSheet } from "./row-icons";
import { RowList } from "./row-list";
import { SearchBox } from "./search-box";
import type { Selecting } from "./selection-bar";
import { TravelPill } from "./travel-pill";
import { useBrowserLayoutEffect } from "./use-browser-layout-effect";
import { dragManner, useDrag } from "./use-drag";
import { useFinding } from "./use-finding";
import { useFolds } from "./use-folds";
import { useLedger } from "./use-ledger";
import { useListKeys } from "./use-list-keys";
import { useListView } from "./use-list-view";
import { usePrinting } from "./use-printing";
import { useRowActs } from "./use-row-acts";
import { useRowHolders } from "./use-row-holders";
import { useTravel } from "./use-travel";
import { ZoneBar } from "./zone-bar";

interface MeetingListsProps {
  desk: ListDesk;
  isOffline: boolean;
  /** Why nothing can be moved on this screen at all. */
  shut?: string;
  /** Whose file is open beside the lists. */
  openId: string | null;
  /** Marks of the depth, by rank (DEPTH-4). */
  depth?: Readonly<Record<number, string>> | undefined;
  onOpen: (applicantId: string) => void;
  onClose: () => void;
}

const loadMoveMenu = async () => (await import("./move-menu")).MoveMenu;
const anybody: Filter = { school: "", subject: "" };
const loadProposals = () => import("./proposals");
const nothing: ReadonlyMap<string, string> = new Map();
const nobody: Selecting = { ids: new Set() };

export function MeetingLists({ desk, isOffline, shut, openId, depth, onOpen, onClose }: MeetingListsProps) {
  const { focus, pill, ownMoves } = desk;
  const store = useMeetingStore();
  const actions = useMeetingActions();
  const state = useMeeting((snapshot) => snapshot.state);
  const memberId = useMeeting((snapshot) => snapshot.memberId);
  const block = useMeeting((snapshot) => shut ?? moveBlock(snapshot, isOffline));
  const holders = useRowHolders();
  const { book, figures, ranked, red, unplaced } = useLedger(state, memberId);

  const root = useRef<HTMLDivElement>(null);
  const rankedList = useRef<HTMLOListElement | null>(null);
  const redList = useRef<HTMLOListElement | null>(null);
  const unplacedList = useRef<HTMLOListElement | null>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  const isDragging = useRef(false);
  const [keptId, setKeptId] = useState<string | null>(null);

  const { order } = state;
  const isPrinting = usePrinting();
  const finding = useFinding(state, memberId);
  const { query, setQuery, filter, setFilter, filtering } = finding;
  const found = isPrinting ? null : finding.found;
  const proposals = useWhenWanted(state.room.proposals.length > 0, loadProposals);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the whole state only these count.
  const proposed = useMemo(() => proposals?.proposedMoves(state) ?? nothing, [proposals, state.room.proposals, order]);
  const visible = (rows: readonly string[]) =>
    [...rows, ...red, ...unplaced].filter((id) => id !== DIVIDER && (found === null || found.has(id)));
  const [selection, setSelection] = useState<Selecting>(nobody);
  const { ids: selected, Bar } = selection;
  const select = (id: string, isReach?: boolean, from?: string): boolean => {
    const may = mayAskIn(state, memberId, "moveApplicants");
    const among = isReach ? visible(ranked) : undefined;
    if (may) {
      loadSelection().then(
        ({ selecting }) => setSelection((last) => selecting(last, id, among, from)),
        () => showToast(notFetched),
      );
    }
    return may;
  };
  const { folds, items, changeFolds } = useFolds({
    state,
    ranked,
    selected,
    keptId,
    isSearching: found !== null || isPrinting,
  });
  const acts = useRowActs({ focus, isSelecting: selected.size > 0, select, block, onOpen });
  const { endEntry } = acts;
  const MoveMenu = useWhenWanted(acts.menu !== null, loadMoveMenu);
  const rowEntry = useMemo(() => ({ focus, endEntry, changeFolds }), [focus, endEntry, changeFolds]);

  const onDragging = useCallback((id: string | null) => {
    isDragging.current = id !== null;
  }, []);
  const onDropped = useCallback((id: string) => ownMoves.delete(id), [ownMoves]);
  const shownItems = useRef(items);
  const box = useRef({ before: 0, width: 0 });
  const { responders, turn } = useDrag({
    ...{ store, actions, items: shownItems, box, onDragging, onDropped },
    block: () => shut ?? moveBlock({ ...store.getSnapshot(), state: store.getConfirmed() }, isOffline),
  });
  const onMissed = useCallback(
    (count: number) => tell(`You are back. You missed ${count} ${count === 1 ? "change" : "changes"}.`),
    [],
  );
  const view = useListView(root, rankedList);
  useTravel({ store, state, items, root, view, focus, pill, ownMoves, onMissed });
  useBrowserLayoutEffect(() => {
    shownItems.current = items;
  }, [items]);
  useBrowserLayoutEffect(() => {
    focus.root = root.current;
    focus.bring = (id) => flushSync(() => setKeptId(id));
  }, [focus]);

  const goToFirst = () => {
    const first = visible(items)[0];
    if (first) focus.go(first);
  };
  const answering = { store, actions, ownMoves };
  const isHosting = () => mayAskIn(state, memberId, "spotlightApplicant");
  const digits = useListKeys({
    step: (by) => {
      const ids = visible(items);
      const from = itemOf(document.activeElement);
      const next = from === undefined ? focus.topmost() : ids[ids.indexOf(from) + by];
      if (next) focus.go(next);
    },
    jump: (rank) => {
      const id = rankedIds(order)[rank - 1];
      if (id) focus.go(id);
      else tell(`There is no rank ${rank}: the list ends at ${rankedCount(order)}.`);
    },
    nudge: (id, by) => {
      const rank = rankOf(order, id);
      const isAtEnd = rank === undefined || rank + by < 1 || rank + by > rankedCount(order);
      if (isAtEnd) return;
      void actions.move(id, anchorForRank(order, id, rank + by));
      focus.follow(id);
    },
    select,
    reach: (from, by) => {
      const ids = visible(ranked);
      const next = ids[ids.indexOf(from) + by];
      if (next && select(next, true, from)) focus.go(next);
    },
    endOne: () => {
      if (selected.size > 0) setSelection(nobody);
      else if (openId !== null) onClose();
      else return false;
      return true;
    },
    accept: (id) => proposals?.answerOnRow({ ...answering, ...acts }, id, "acceptProposal"),
    decline: (id) => proposals?.answerOnRow({ ...answering, ...acts }, id, "declineProposal"),
    openMenu: acts.openMenu,
    endorse: (applicantId) => actions.ask({ kind: "endorse", applicantId }),
    flag: (applicantId) => actions.ask({ kind: "flag", applicantId }),
    spotlight: (applicantId) => {
      if (isHosting()) void actions.run({ type: "spotlightApplicant", applicantId });
    },
    next: (step) => {
      const { state: now } = store.getSnapshot();
      const next = isHosting() ? nextOnAgenda(now, now.room.spotlight?.applicantId, step) : undefined;
      if (next) void actions.run({ type: "spotlightApplicant", applicantId: next });
    },
    object: () => {
      if (openCallOf(store.getSnapshot().state.room)) actions.ask({ kind: "object" });
    },
    redo: () => void actions.redo(),
    search: () => searchInput.current?.focus(),
    undo: () => void actions.undo(),
    help: () => actions.ask({ kind: "help" }),
    isDragging: () => isDragging.current,
  });

  const protectedCount = order.protected.length;
  const last = rankedCount(order);
  const canMove = block === undefined;
  const shared = {
    book,
    quota: state.quota,
    depth,
    root,
    box,
    openId,
    keptId,
    isWhole: isPrinting,
    found,
    holders,
    spotlitId: state.room.spotlight?.applicantId,
    selected,
    proposed,
    entryId: acts.entryId,
    isDraggable: canMove && found === null,
  };
  const foldSwitch = folds && <folds.FoldSwitch {...{ ranked, items, state, keptId, root, view }} list={rankedList} />;
  const divider = useMemo(() => <MiddleHeading first={protectedCount + 1} last={last} />, [protectedCount, last]);

  return (
    <RowEntryContext.Provider value={rowEntry}>
      <RowIconSheet />
      <SearchBox
        inputRef={searchInput}
        query={query}
        foundCount={found?.size ?? null}
        onQuery={setQuery}
        isFiltering={filter !== null}
        onFilter={() => setFilter(filter ? null : anybody)}
        onGo={goToFirst}
      />
      {filter && filtering && <filtering.Bar filter={filter} onFilter={setFilter} onEnd={() => setFilter(null)} />}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: every press has its key: the controls in the rows. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the controls in its rows. */}
      <div
        ref={root}
        className="lists"
        onClick={acts.onClick}
        onFocus={(event) => setKeptId(itemOf(event.target) ?? null)}
      >
        <DragDropContext key={turn} nonce={pageNonce()} {...dragManner} {...responders}>
          <div className="lists-panes">
            <section className="lists-pane" aria-label="Ranked">
              <ZoneBar
                root={root}
                list={rankedList}
                protectedCount={protectedCount}
                rankedCount={last}
                rowsAbove={items.indexOf(DIVIDER)}
                showsVisa={book.showsVisa}
              >
                {foldSwitch}
              </ZoneBar>
              <RowList
                name="ranked"
                label="Ranked applicants, best first"
                items={items}
                figures={figures}
                divider={divider}
                foldRow={folds?.foldRow}
                listRef={rankedList}
                isDropDisabled={!canMove}
                {...shared}
              />
            </section>
            <section className="lists-pane" aria-label="Not ranked">
              <RedHeading count={red.length} />
              <RowList
                name="red"
                label="Applicants who are not ranked, by name"
                items={red}
                figures={redFigures}
                listRef={redList}
                isDropDisabled={!canMove}
                {...shared}
              />
              {unplaced.length > 0 && (
                <>
                  <UnplacedHeading count={unplaced.length} />
                  <RowList
                    name="unplaced"
                    label="Applicants nobody has placed yet, by name"
                    items={unplaced}
                    figures={unplacedFigures}
                    listRef={unplacedList}
                    isDropDisabled
                    {...shared}
                  />
                </>
              )}
            </section>
          </div>
        </DragDropContext>
      </div>
      <TravelPill channel={pill} onGo={(id) => focus.go(id)} />
      {Bar && <Bar selection={selection} onSelect={setSelection} block={block} desk={desk} />}
      {digits !== null && <output className="jump-hint tabular">Go to rank {digits === "" ? "…" : digits}</output>}
      {acts.menu && MoveMenu && (
        <MoveMenu
          key={acts.menu.applicantId}
          {...acts.menu}
          block={block}
          commands={{ typeRank: acts.typeRank, openFile: onOpen, select }}
          isSelected={selected.has(acts.menu.applicantId)}
          answering={answering}
          onClose={acts.closeMenu}
        />
      )}
    </RowEntryContext.Provider>
  );
}
