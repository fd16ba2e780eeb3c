// The commands of the room that somebody may give now: the hosts', and the answers to a call for objections.
import { mayBeHanded } from "../../../domain/member";
import { hostsRoom } from "../../../domain/policy";
import { openCallOf, openRoundOf, stages, stageWords } from "../../../domain/room";
import type { MenuItem } from "../../ui/menu-group";
import { nameIn } from "../move-words";
import { nextOnAgenda } from "../next-on-agenda";
import type { PaletteParts } from "./palette-parts";

export const roomCommands = (parts: PaletteParts): MenuItem[] => [
  ...answers(parts),
  ...spotlightCommands(parts),
  ...callAndRound(parts),
  ...stageCommands(parts),
  ...hostCommands(parts),
];

function answers({ state, may, actions }: PaletteParts): MenuItem[] {
  const call = openCallOf(state.room);
  if (!may("raiseObjection")) return [];
  if (!call) {
    if (state.room.calls.length === 0) return [];
    return [{ id: "object", label: "Object late: the call is over…", onSelect: () => actions.ask({ kind: "object" }) }];
  }
  return [
    { id: "object", label: "Object…", hint: "o", onSelect: () => actions.ask({ kind: "object" }) },
    {
      id: "noObjection",
      label: "No objection",
      onSelect: () => void actions.run({ type: "giveNoObjection", callId: call.id }),
    },
  ];
}

function spotlightCommands({ state, may, actions }: PaletteParts): MenuItem[] {
  if (!may("spotlightApplicant")) return [];
  const { spotlight } = state.room;
  const step = (id: string, words: string, hint: string, by: 1 | -1): MenuItem[] => {
    const applicantId = nextOnAgenda(state, spotlight?.applicantId, by);
    if (applicantId === undefined || applicantId === spotlight?.applicantId) return [];
    const onSelect = () => void actions.run({ type: "spotlightApplicant", applicantId });
    return [{ id, label: `${words}: ${nameIn(state, applicantId)}`, hint, onSelect }];
  };
  return [
    ...step("next", "Spotlight the next", "n", 1),
    ...(spotlight ? step("back", "Spotlight the one before", "b", -1) : []),
    ...(spotlight
      ? [
          {
            id: "lightsOff",
            label: "Lights off: nobody before the room",
            onSelect: () => void actions.run({ type: "spotlightApplicant", applicantId: null }),
          },
        ]
      : []),
  ];
}

function callAndRound({ state, may, actions }: PaletteParts): MenuItem[] {
  const { room } = state;
  const call = openCallOf(room);
  const round = openRoundOf(room);
  const spotlit = room.spotlight?.applicantId;
  const items: MenuItem[] = [];
  const asked = state.order.protected;
  if (!call && asked.length > 0 && may("openObjectionCall")) {
    const onSelect = () => void actions.run({ type: "openObjectionCall", applicantIds: [...asked], seconds: 30 });
    items.push({ id: "call", label: "Call for objections about everybody protected, 30 seconds", onSelect });
  }
  if (call && may("closeObjectionCall")) {
    const onSelect = () => void actions.run({ type: "closeObjectionCall", callId: call.id });
    items.push({ id: "endCall", label: "End the call for objections", onSelect });
  }
  if (round && may("revealRound")) {
    const onSelect = () => void actions.run({ type: "revealRound", roundId: round.id });
    items.push({ id: "reveal", label: "Reveal the silent round", onSelect });
  }
  if (!round && spotlit !== undefined && may("openRound")) {
    for (const isAnonymous of [false, true])
      items.push({
        id: `round ${isAnonymous}`,
        label: `Silent round about ${nameIn(state, spotlit)}, ${isAnonymous ? "without" : "with"} names`,
        onSelect: () => void actions.run({ type: "openRound", applicantIds: [spotlit], isAnonymous }),
      });
  }
  return items;
}

function stageCommands({ state, may, actions }: PaletteParts): MenuItem[] {
  if (!may("changeStage")) return [];
  return stages
    .filter((stage) => stage !== state.room.stage)
    .map((stage) => ({
      id: `stage ${stage}`,
      label: `Stage of the meeting: ${stageWords[stage]}`,
      onSelect: () => void actions.run({ type: "changeStage", stage }),
    }));
}

function hostCommands({ state, may, actions }: PaletteParts): MenuItem[] {
  const items: MenuItem[] = [];
  if (may("changeDirectMoves")) {
    const isDirect = !state.room.directMoves;
    items.push({
      id: "directMoves",
      label: isDirect ? "Everybody moves applicants directly" : "Others propose their moves",
      onSelect: () => void actions.run({ type: "changeDirectMoves", isDirect }),
    });
  }
  if (!may("handHost")) return items;
  for (const { id: memberId, name, role } of Object.values(state.members)) {
    if (!mayBeHanded(role)) continue;
    const isHost = hostsRoom(state, memberId);
    items.push({
      id: `host ${memberId}`,
      label: isHost ? `Take the host's part back from ${name}` : `Hand the host's part to ${name}`,
      onSelect: () => void actions.run({ type: isHost ? "takeHost" : "handHost", memberId }),
    });
  }
  return items;
}
