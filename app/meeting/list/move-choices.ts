// What the Move menu of a row offers: every way to move that a drag has, and the marks, for whoever may. What a role may never
// ask for is left out; what cannot be done right now is there, and says why.

import type { CommandType } from "../../../domain/commands";
import type { MeetingState } from "../../../domain/meeting";
import { mayAskIn } from "../../../domain/policy";
import { anchorForRank, placeOf, rankedCount, rankOf } from "../../../domain/rank-list";
import type { MenuGroup, MenuItem } from "../../ui/menu-group";
import type { MeetingActions } from "../meeting-actions";
import { anchorForZone } from "./list-items";
import {
  type AnswerParts,
  answerProposal,
  type ProposalAnswer,
  proposalsFor,
  proposedPlace,
  proposerOf,
} from "./proposals";

export interface RowCommands {
  typeRank: (applicantId: string) => void;
  openFile: (applicantId: string) => void;
  /** Adds them to those who move together, or takes them away. */
  select: (applicantId: string) => void;
}

interface ChoiceParts {
  state: MeetingState;
  memberId: string;
  applicantId: string;
  /** Why nothing can be moved now. */
  block: string | undefined;
  actions: MeetingActions;
  commands: RowCommands;
  isSelected: boolean;
  answering: AnswerParts;
}

export function moveChoices(parts: ChoiceParts): MenuGroup[] {
  const { state, memberId, applicantId, actions, commands, isSelected } = parts;
  const may = (type: CommandType) => mayAskIn(state, memberId, type);
  const groups: MenuGroup[] = may("moveApplicant") ? [moveGroup(parts), zoneGroup(parts)] : [];
  const isLocked = state.phase === "locked";
  if (may("acceptProposal")) groups.unshift(...proposalGroups(parts));
  if (may("moveApplicants")) {
    const label = isSelected ? "Take from the selection" : "Select";
    groups.push({
      id: "select",
      items: [{ id: "select", label, hint: "x", onSelect: () => commands.select(applicantId) }],
    });
  }
  const marks: MenuItem[] = [];
  if (may("endorseApplicant")) {
    const onSelect = () => actions.ask({ kind: "endorse", applicantId });
    marks.push({ id: "endorse", label: "Endorse…", hint: "e", isDisabled: isLocked, onSelect });
  }
  if (may("raiseFlag")) {
    const onSelect = () => actions.ask({ kind: "flag", applicantId });
    marks.push({ id: "flag", label: "Raise a flag…", hint: "f", isDisabled: isLocked, onSelect });
  }
  marks.push({ id: "file", label: "Open the file", hint: "Enter", onSelect: () => commands.openFile(applicantId) });
  groups.push({ id: "marks", items: marks });
  const rare: MenuItem[] = [];
  if (may("declareRecusal")) {
    const onSelect = () => actions.ask({ kind: "recuse", applicantId });
    rare.push({ id: "recuse", label: "Declare a conflict of interest…", onSelect });
  }
  if (may("withdrawApplicant")) {
    const onSelect = () => actions.ask({ kind: "withdraw", applicantId });
    rare.push({ id: "withdraw", label: "Record a withdrawal…", isDisabled: isLocked, onSelect });
  }
  if (rare.length > 0) groups.push({ id: "rare", items: rare });
  return groups;
}

function moveGroup({ state, applicantId, block, actions, commands }: ChoiceParts): MenuGroup {
  const { order } = state;
  const rank = rankOf(order, applicantId);
  const isDisabled = block !== undefined;
  const nudge = (by: -1 | 1) => () => {
    if (rank !== undefined) void actions.move(applicantId, anchorForRank(order, applicantId, rank + by));
  };
  const items: MenuItem[] = [
    { id: "rank", label: "To rank…", keys: "0123456789", isDisabled, onSelect: () => commands.typeRank(applicantId) },
  ];
  if (rank !== undefined) {
    items.push(
      {
        id: "up",
        label: "Up one",
        hint: "Alt+↑",
        keys: "u",
        isDisabled: isDisabled || rank === 1,
        onSelect: nudge(-1),
      },
      {
        id: "down",
        label: "Down one",
        hint: "Alt+↓",
        // Where a proposal waits, this key is for saying no to it.
        ...(proposalsFor(state, applicantId).length === 0 && { keys: "d" }),
        isDisabled: isDisabled || rank === rankedCount(order),
        onSelect: nudge(1),
      },
    );
  }
  return { id: "move", ...(block && { heading: block }), items };
}

function zoneGroup({ state, applicantId, block, actions }: ChoiceParts): MenuGroup {
  const { order } = state;
  const place = placeOf(order, applicantId);
  const isDisabled = block !== undefined;
  const to = (zone: "protected" | "middle" | "red") => () =>
    void actions.move(applicantId, anchorForZone(order, applicantId, zone));
  const items: MenuItem[] = [
    { id: "protected", label: "Protected, at its end", hint: "p", keys: "p", isDisabled, onSelect: to("protected") },
    { id: "middle", label: "Middle, at its top", isDisabled, onSelect: to("middle") },
    { id: "red", label: "Not ranked…", hint: "r", keys: "r", isDisabled, isDanger: true, onSelect: to("red") },
  ];
  return { id: "zone", items: items.filter(({ id }) => id !== place) };
}

/** A key answers where one alone waits (PROPOSE-3). */
function proposalGroups({ state, applicantId, answering }: ChoiceParts): MenuGroup[] {
  const isDisabled = state.phase === "locked";
  const waiting = proposalsFor(state, applicantId);
  const isOne = waiting.length === 1;
  return waiting.map((proposal): MenuGroup => {
    const where = proposedPlace(state, proposal);
    const sentence = proposal.reason?.sentence;
    const answer = (type: ProposalAnswer) => () => void answerProposal(answering, proposal, type);
    return {
      id: proposal.id,
      heading: `${proposerOf(state, proposal)} proposes: to ${where}${sentence ? `. ${sentence}` : ""}`,
      items: [
        {
          ...{ id: "accept", label: `Accept: to ${where}`, isDisabled, onSelect: answer("acceptProposal") },
          ...(isOne && { hint: "a", keys: "a" }),
        },
        {
          ...{ id: "decline", label: "Decline", isDisabled, onSelect: answer("declineProposal") },
          ...(isOne && { hint: "d", keys: "d" }),
        },
      ],
    };
  });
}
