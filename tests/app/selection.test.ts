// Selecting on a screen, and where a selection goes.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DialogRequest } from "../../app/meeting/dialogs/dialog-request";
import { anchorForAllIn, anchorForRanks, lastRankFor, moveTogether } from "../../app/meeting/list/move-together";
import { reachedTo, type Selection, toggled } from "../../app/meeting/list/selection";
import { currentToasts } from "../../app/ui/toasts";
import type { MemberCommand } from "../../domain/commands";
import { placeOf, rankedIds } from "../../domain/rank-list";
import { applicantId as a, aMeeting, member, type PlayedMeeting } from "../support/a-meeting";

const nobody: Selection = { ids: new Set() };
const everybody = ["r1", "r2", "r3", "r4", "r5", "r6"];
const chosen = ({ ids }: Selection) => everybody.filter((id) => ids.has(id)).join(" ");

describe("selecting", () => {
  test("a press adds one and takes them away again", () => {
    const two = toggled(toggled(nobody, "r2"), "r4");
    expect(chosen(two)).toBe("r2 r4");
    expect(chosen(toggled(two, "r2"))).toBe("r4");
  });

  test("a reach selects all from where it began, and less when it comes back", () => {
    const begun = toggled(toggled(nobody, "r1"), "r3");
    const far = reachedTo(begun, "r6", everybody);
    expect(chosen(far)).toBe("r1 r3 r4 r5 r6");
    expect(chosen(reachedTo(far, "r4", everybody))).toBe("r1 r3 r4");
    expect(chosen(reachedTo(far, "r2", everybody))).toBe("r1 r2 r3");
  });

  test("with arrows it begins at the row in focus, and anew where the focus went elsewhere", () => {
    const two = reachedTo(nobody, "r3", everybody, "r2");
    expect(chosen(reachedTo(two, "r4", everybody, "r3"))).toBe("r2 r3 r4");
    expect(chosen(reachedTo(two, "r5", everybody, "r6"))).toBe("r2 r3 r5 r6");
  });
});

describe("[PICK-1] where a selection goes", () => {
  test("[ORD-5] a rank is the first one's, the others stand behind in the order of the list", () => {
    fc.assert(
      fc.property(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), fc.nat(9), (numbers, typed) => {
        const meeting = aMeeting({ protected: 0, middle: 7 });
        const ids = numbers.map(a);
        const { order } = meeting.state;
        const rank = 1 + (typed % lastRankFor(order, ids));
        meeting.do({ type: "moveApplicants", applicantIds: ids, to: anchorForRanks(order, ids, rank) });
        const now = rankedIds(meeting.state.order);
        expect(now.slice(rank - 1, rank - 1 + ids.length)).toEqual(ids);
        expect(now.filter((id) => !ids.includes(id))).toEqual(rankedIds(order).filter((id) => !ids.includes(id)));
      }),
    );
  });

  test("a zone puts them where it puts one: at the end of protected, at the top of middle", () => {
    const meeting = aMeeting({ protected: 2, middle: 4 });
    const to = anchorForAllIn(meeting.state.order, [a(4), a(6)], "protected");
    meeting.do({ type: "moveApplicants", applicantIds: [a(4), a(6)], to });
    expect(meeting.state.order.protected).toEqual([a(1), a(2), a(4), a(6)]);
    const back = anchorForAllIn(meeting.state.order, [a(3), a(5)], "middle");
    meeting.do({ type: "moveApplicants", applicantIds: [a(3), a(5)], to: back });
    expect(meeting.state.order.middle).toEqual([a(3), a(5)]);
  });
});

/** As on a screen of that member, whose server is the played meeting. */
function onScreen(meeting: PlayedMeeting, memberId: string) {
  const asked: DialogRequest[] = [];
  const run = async (command: MemberCommand) => {
    meeting.do(command, memberId);
    return { ok: true as const, seq: meeting.state.seq };
  };
  const store = { getSnapshot: () => ({ state: meeting.state, memberId }) };
  const actions = { ask: (request: DialogRequest) => void asked.push(request), run };
  const moved: true[] = [];
  const onMoved = () => void moved.push(true);
  const parts = { store, actions, ownMoves: new Set<string>(), onMoved } as unknown as Parameters<
    typeof moveTogether
  >[0];
  const move = (ids: readonly number[], to: Parameters<typeof moveTogether>[2]) => moveTogether(parts, ids.map(a), to);
  return { asked, moved, move };
}

const said = () => currentToasts().at(-1)?.text ?? "";
const red = { zone: "red", after: null, before: null } as const;
const middle = { zone: "middle", after: null, before: null } as const;

describe("[PICK-1] what is asked and what is said", () => {
  test("a reason is asked once, for all who need to move; whoever is in red already is not moved again", async () => {
    const meeting = aMeeting({ protected: 0, middle: 4, red: 1 });
    const screen = onScreen(meeting, member.pd);
    await screen.move([2, 3, 5], red);
    expect(screen.asked).toMatchObject([{ kind: "moveReason", applicantIds: [a(2), a(3)], need: "redNeedsReason" }]);
    expect(placeOf(meeting.state.order, a(2))).toBe("middle");
  });

  test("what no reason mends is refused for all before anybody is asked, and says for whom", async () => {
    const meeting = aMeeting({ protected: 2, middle: 3 });
    const screen = onScreen(meeting, member.faculty);
    const { order } = meeting.state;
    await screen.move([4, 2], red);
    expect(screen.asked).toEqual([]);
    expect(meeting.state.order).toBe(order);
    expect(said()).toMatch(/^Nobody was moved\. .+ cannot go there\. Protected places are stable/);
    expect(said()).toContain(meeting.state.applicants[a(2)]?.name);
  });

  test("where direct moves are off a selection cannot be proposed, and nobody writes a reason in vain", async () => {
    const meeting = aMeeting({ protected: 0, middle: 3 });
    meeting.do({ type: "changeDirectMoves", isDirect: false });
    const screen = onScreen(meeting, member.faculty);
    await screen.move([1, 2], red);
    expect(screen.asked).toEqual([]);
    expect(said()).toBe("Nobody was moved. The hosts have turned direct moves off. Propose one applicant at a time.");
  });

  test("what lacks nothing moves as one event, and undo takes it back as one", async () => {
    const meeting = aMeeting({ protected: 1, middle: 4 });
    const { order } = meeting.state;
    const count = meeting.events.length;
    const screen = onScreen(meeting, member.pd);
    await screen.move([2, 4], middle);
    expect(screen.moved).toEqual([true]);
    expect(meeting.events).toHaveLength(count + 1);
    expect(meeting.state.order.middle.slice(-2)).toEqual([a(2), a(4)]);
    meeting.do({ type: "undoMove" });
    expect(meeting.state.order.middle).toEqual(order.middle);
  });
});
