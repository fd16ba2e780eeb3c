// The drawer's Voices: what each reader may do about a mark is what the rules would allow, no more and no less.
import { describe, expect, it } from "vitest";
import { endorsementActs, flagActs } from "../../app/meeting/drawer/mark-acts";
import { flagStatusWords, voicesOf } from "../../app/meeting/drawer/mark-words";
import { versionOf } from "../../app/meeting/drawer/use-history";
import type { MemberCommand } from "../../domain/commands";
import { type Role, roles } from "../../domain/member";
import { aMeeting, applicantId, id, member, newCommandId, type PlayedMeeting } from "../support/a-meeting";

const markId = id("c", 9001);
const flagId = id("c", 9002);

function aMarkedMeeting(): PlayedMeeting {
  const about = applicantId(2);
  return aMeeting().do({ type: "endorseApplicant", applicantId: about, strength: "strong" }, member.faculty, markId).do(
    {
      type: "raiseFlag",
      applicantId: about,
      category: "communication",
      provenance: "secondHand",
      sentence: "I was told of a missed handover.",
    },
    member.faculty,
    flagId,
  );
}

/** Every act offered is accepted by the rules; every act not offered is refused by them. */
function expectActsToMatchTheRules(meeting: PlayedMeeting, role: Role): void {
  const { state } = meeting;
  const reader = { memberId: member[role], role, isLocked: state.phase === "locked" };
  const endorsement = state.endorsements[markId];
  const flag = state.flags[flagId];
  if (!endorsement || !flag) throw new Error("both marks are there");
  const offered = new Set([...endorsementActs(endorsement, reader), ...flagActs(flag, reader)].map(({ name }) => name));
  const possible: MemberCommand[] = [
    { type: "strikeEndorsement", markId, reason: "r" },
    { type: "verifyFlag", markId: flagId, reason: "r" },
    { type: "dismissFlag", markId: flagId, reason: "r" },
    { type: "strikeFlag", markId: flagId, reason: "r" },
  ];
  for (const command of possible) {
    const fresh = aMarkedMeeting();
    fresh.state = state;
    const isAllowed = fresh.try(command, member[role], newCommandId()) === undefined;
    expect({ act: command.type, isOffered: offered.has(command.type) }).toEqual({
      act: command.type,
      isOffered: isAllowed,
    });
  }
}

describe.each(roles)("what is offered to the %s about a mark is what the rules allow", (role) => {
  it("while everything stands", () => expectActsToMatchTheRules(aMarkedMeeting(), role));

  it("after the flag is verified", () =>
    expectActsToMatchTheRules(aMarkedMeeting().do({ type: "verifyFlag", markId: flagId, reason: "Seen." }), role));

  it("after both are struck", () =>
    expectActsToMatchTheRules(
      aMarkedMeeting()
        .do({ type: "strikeFlag", markId: flagId, reason: "Not so." })
        .do({ type: "strikeEndorsement", markId, reason: "Wrong applicant." }),
      role,
    ));

  it("while the list is locked", () =>
    expectActsToMatchTheRules(aMarkedMeeting().do({ type: "lockList", reason: "It stays open." }), role));
});

describe("voices", () => {
  it("keep a struck mark, and say that it does not count", () => {
    const { state } = aMarkedMeeting().do({ type: "strikeFlag", markId: flagId, reason: "Not so." });
    const { flags } = voicesOf(state.endorsements, state.flags, applicantId(2));
    expect(flags.map(flagStatusWords)).toEqual(["Not counted: struck"]);
  });

  it("say of an open flag that it moves nobody (MARK-4)", () => {
    expect(flagStatusWords({ status: "open" })).toBe("Unverified: not counted, moves nobody");
  });
});

describe("the history is fetched again", () => {
  it.each<[string, MemberCommand]>([
    [
      "a move",
      {
        type: "moveApplicant",
        applicantId: applicantId(2),
        to: { zone: "middle", after: null, before: null },
        reason: { sentence: "As agreed." },
      },
    ],
    ["a verdict", { type: "verifyFlag", markId: flagId, reason: "Seen." }],
    ["a strike", { type: "strikeEndorsement", markId, reason: "Wrong applicant." }],
    ["a recusal", { type: "declareRecusal", applicantId: applicantId(2) }],
  ])("after %s, and for nobody else", (_what, command) => {
    const before = aMarkedMeeting();
    const after = aMarkedMeeting().do(command);
    expect(versionOf(after.state, applicantId(2))).not.toBe(versionOf(before.state, applicantId(2)));
    expect(versionOf(after.state, applicantId(1))).toBe(versionOf(before.state, applicantId(1)));
  });
});
