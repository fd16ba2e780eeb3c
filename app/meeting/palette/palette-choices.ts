// What there is to choose: of the meeting as a whole, and of one applicant. Everything that is listed can be done now; what a
// person may not do is not there.

import { nameSearch } from "../../../domain/name-search";
import { mayAtDoor } from "../../../domain/policy";
import { anchorForRank, rankedIds, rankOf } from "../../../domain/rank-list";
import { moveChoices } from "../list/move-choices";
import { findApplicants } from "../list/search";
import { meetingPlaces } from "../meeting-places";
import { nameIn, placeWords, standingIn } from "../move-words";
import { shortcutsAreOn, switchShortcuts } from "../shortcuts";
import type { Choice, ChoiceGroup, PaletteParts } from "./palette-parts";
import { roomCommands } from "./room-commands";

/** So many applicants are shown of those that are found. */
const SHOWN = 8;

/** `choose`: shows what can be done with that applicant. */
export function meetingChoices(
  parts: PaletteParts,
  query: string,
  choose: (applicantId: string) => void,
): ChoiceGroup[] {
  const commands: ChoiceGroup[] = [
    // First, because the first line is chosen beforehand, and a press too much must do nothing.
    { id: "keys", heading: "Keyboard", items: keyCommands(parts) },
    { id: "room", heading: "The room", items: roomCommands(parts) },
    { id: "meeting", heading: "The meeting", items: meetingCommands(parts) },
    ...placeGroups(parts),
  ];
  return [
    { id: "rank", items: rankItems(parts, query, choose) },
    { id: "applicants", heading: "Applicants", items: applicantItems(parts, query, choose) },
    ...commands.map((group) => ({ ...group, items: group.items.filter(named(query)) })),
  ].filter(hasItems);
}

export function applicantChoices(parts: PaletteParts, applicantId: string, query: string): ChoiceGroup[] {
  const { store, state, memberId, block, actions, may } = parts;
  const typed = typedRank(query);
  const ranks: Choice[] = [];
  if (typed !== undefined && may("moveApplicant") && block === undefined) {
    const onSelect = () => void actions.move(applicantId, anchorForRank(state.order, applicantId, typed));
    ranks.push({ id: "toRank", label: `Move to rank ${typed}`, onSelect });
  }
  const seen: Choice[] = [{ id: "row", label: "Go to their row", onSelect: () => actions.goTo(applicantId) }];
  if (may("spotlightApplicant") && state.room.spotlight?.applicantId !== applicantId) {
    const onSelect = () => void actions.run({ type: "spotlightApplicant", applicantId });
    seen.push({ id: "spotlight", label: "Spotlight", hint: "s", onSelect });
  }
  // A rank is typed here, and a selection is made among the rows.
  const commands = { typeRank: () => {}, openFile: actions.open, select: () => {} };
  const isOffered = ({ id, isDisabled }: Choice) => id !== "rank" && id !== "select" && !isDisabled;
  const answering = { store, actions, ownMoves: new Set<string>() };
  const moves = moveChoices({
    ...{ state, memberId, applicantId, block, actions, commands },
    ...{ isSelected: false, answering },
  });
  return [
    { id: "toRank", items: ranks },
    { id: "seen", items: seen.filter(named(query)) },
    ...moves.map(({ id, heading = id === "zone" ? "Into a zone" : undefined, items }) => ({
      id,
      ...(heading && { heading }),
      items: items.filter(isOffered).filter(named(query)),
    })),
  ].filter(hasItems);
}

const hasItems = ({ items }: ChoiceGroup): boolean => items.length > 0;

function named(query: string): (item: Choice) => boolean {
  const { finds } = nameSearch(query);
  return ({ label }) => finds(label);
}

const typedRank = (query: string): number | undefined =>
  /^\s*\d{1,4}\s*$/.test(query) && Number(query) > 0 ? Number(query) : undefined;

function rankItems({ state, actions }: PaletteParts, query: string, choose: (id: string) => void): Choice[] {
  const rank = typedRank(query);
  const applicantId = rank === undefined ? undefined : rankedIds(state.order)[rank - 1];
  if (rank === undefined || applicantId === undefined) return [];
  const name = nameIn(state, applicantId);
  return [
    { id: "goTo", label: `Go to rank ${rank}: ${name}`, hint: `g ${rank}`, onSelect: () => actions.goTo(applicantId) },
    { id: "choose", label: `Rank ${rank}: commands for ${name}`, staysOpen: true, onSelect: () => choose(applicantId) },
  ];
}

function applicantItems({ state }: PaletteParts, query: string, choose: (id: string) => void): Choice[] {
  const found = findApplicants(state.applicants, query);
  if (found === null) return [];
  const last = Number.MAX_SAFE_INTEGER;
  const rank = (id: string) => rankOf(state.order, id) ?? last;
  return [...found]
    .filter((id) => standingIn(state, id).place !== undefined)
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, SHOWN)
    .map((id) => {
      const { rank, place = "unplaced" } = standingIn(state, id);
      const remark = rank === undefined ? placeWords[place] : `${rank}, ${placeWords[place]}`;
      return { id, label: nameIn(state, id), remark, staysOpen: true, onSelect: () => choose(id) };
    });
}

function meetingCommands({ state, memberId, may, actions }: PaletteParts): Choice[] {
  const items: Choice[] = [];
  const canUndo = (state.undoable[memberId] ?? []).some((move) => move.from);
  if (may("undoMove") && canUndo)
    items.push({ id: "undo", label: "Take back my last move", hint: "Ctrl Z", onSelect: () => void actions.undo() });
  if (may("redoMove") && (state.redoable[memberId] ?? []).length > 0)
    items.push({ id: "redo", label: "Make it again", hint: "Ctrl Y", onSelect: () => void actions.redo() });
  const isLocked = state.phase === "locked";
  if (may("lockList") && !isLocked)
    items.push({ id: "lock", label: "Lock the list…", onSelect: () => actions.ask({ kind: "lock" }) });
  if (may("unlockList") && isLocked)
    items.push({ id: "unlock", label: "Unlock the list…", onSelect: () => actions.ask({ kind: "unlock" }) });
  if (may("changeSettings"))
    items.push({ id: "settings", label: "Quota and champions…", onSelect: () => actions.ask({ kind: "settings" }) });
  if (state.kind === "meeting" && mayAtDoor(state.members[memberId]?.role ?? "observer", "showCode"))
    items.push({ id: "invite", label: "Invite the room…", onSelect: () => actions.ask({ kind: "invite" }) });
  return items;
}

/** A draft has none: they come with the meeting. */
function placeGroups({ state, memberId }: PaletteParts): ChoiceGroup[] {
  if (state.kind === "draft") return [];
  const role = state.members[memberId]?.role ?? "observer";
  return meetingPlaces(role, state.kind).map(({ heading, isApart, places }) => ({
    id: heading,
    heading,
    items: places.map(({ path, label }) => ({
      id: path,
      label,
      onSelect: () => openPlace(`/meetings/${state.id}/${path}`, isApart),
    })),
  }));
}

function openPlace(href: string, isApart = false): void {
  if (isApart) window.open(href, "_blank", "noreferrer");
  else window.location.assign(href);
}

function keyCommands({ actions }: PaletteParts): Choice[] {
  const isOn = shortcutsAreOn();
  return [
    { id: "help", label: "Keys and help", hint: "?", onSelect: () => actions.ask({ kind: "help" }) },
    { id: "single", label: `Switch single keys ${isOn ? "off" : "on"}`, onSelect: () => switchShortcuts(!isOn) },
  ];
}
