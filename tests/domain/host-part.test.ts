// The host's part, handed over in a meeting: the room is run by whoever holds it, and what else a host has stays where it was.
import { describe, expect, it } from "vitest";
import { applyAll } from "../../domain/apply";
import type { CommandType, MemberCommand } from "../../domain/commands";
import { emptyMeeting } from "../../domain/meeting";
import { roles } from "../../domain/member";
import { mayAskIn, permissions, refusalOf } from "../../domain/policy";
import { rankOf } from "../../domain/rank-list";
import { viewOf } from "../../domain/redact";
import { applicantId as a, aMeeting, id, member } from "../support/a-meeting";

const toChief = { type: "handHost", memberId: member.chief } as const;
const handed = () => aMeeting().do(toChief);
const stage: MemberCommand = { type: "changeStage", stage: "agenda" };
const types = Object.keys(permissions) as CommandType[];

describe("[ROLE-4] the host's part in a meeting", () => {
  it("is handed over and taken back by the program director alone, as events that the log replays", () => {
    const meeting = aMeeting();
    for (const role of roles.filter((other) => other !== "pd")) {
      expect(meeting.try(toChief, member[role])?.code).toBe("notAllowed");
      expect(meeting.try({ ...toChief, type: "takeHost" }, member[role])?.code).toBe("notAllowed");
    }
    meeting.do(toChief).do(stage, member.chief);
    expect(meeting.state.room.stage).toBe("agenda");
    expect(applyAll(emptyMeeting(meeting.state.id), meeting.events)).toEqual(meeting.state);
    meeting.do({ ...toChief, type: "takeHost" });
    expect(meeting.try({ ...stage, stage: "lobby" } as MemberCommand, member.chief)?.code).toBe("notAllowed");
    expect(meeting.events.slice(-3).map(({ type }) => type)).toEqual(["hostHanded", "stageChanged", "hostTaken"]);
  });

  it("goes to a chief resident; an associate PD has it already, and asking twice changes nothing", () => {
    for (const role of ["coordinator", "faculty", "observer"] as const)
      expect(aMeeting().try({ type: "handHost", memberId: member[role] })?.code).toBe("cannotHost");
    expect(aMeeting().try({ type: "handHost", memberId: id("m", 99) })?.code).toBe("memberUnknown");
    const { seq } = aMeeting().state;
    expect(aMeeting().do({ type: "handHost", memberId: member.associatePd }).state.seq).toBe(seq);
    expect(handed().do(toChief).state.seq).toBe(seq + 1);
    expect(aMeeting().do({ ...toChief, type: "takeHost" }).state.seq).toBe(seq);
  });

  it("is running the room: no lock, no verdict, no door, no other sight", () => {
    const before = aMeeting().state;
    const { state } = handed();
    const gained = types.filter((type) => mayAskIn(state, member.chief, type) && !mayAskIn(before, member.chief, type));
    expect(gained.sort()).toEqual([
      "acceptProposal",
      "addToAgenda",
      "changeDirectMoves",
      "changeStage",
      "closeObjectionCall",
      "declineProposal",
      "discardRound",
      "markAgenda",
      "openObjectionCall",
      "openRound",
      "reorderAgenda",
      "revealRound",
      "setTimer",
      "settleApplicant",
      "spotlightApplicant",
    ]);
    expect(viewOf(state, member.chief)).toEqual(viewOf(before, member.chief));
    const down = { zone: "middle", after: null, before: a(4) } as const;
    const reason = { sentence: "Discussed in the room." };
    const move: MemberCommand = { type: "moveApplicant", applicantId: a(1), to: down, reason };
    expect(handed().try(move, member.chief)?.code).toBe("protectedNeedsVerifiedFlag");
    expect(handed().do({ type: "lockList" }).try(stage, member.chief)?.code).toBe("listLocked");
  });

  it("leaves an anonymous round as it was opened", () => {
    const round = id("c", 910_001);
    const meeting = handed().do({ type: "openRound", applicantIds: [a(1)], isAnonymous: true }, member.pd, round);
    for (const by of [member.pd, member.faculty])
      meeting.do({ type: "castBallot", roundId: round, applicantId: a(1), choice: "neutral" }, by);
    expect(meeting.try({ type: "revealRound", roundId: round }, member.chief)?.code).toBe("tooFewBallots");
    expect(meeting.state.room.rounds[0]?.ballots).toEqual([]);
  });

  it("[PROPOSE-1] moves at once where direct moves are off, and settles what others propose", () => {
    const meeting = handed().do({ type: "changeDirectMoves", isDirect: false }, member.chief);
    const top = { zone: "middle", after: null, before: a(4) } as const;
    meeting.do({ type: "moveApplicant", applicantId: a(7), to: top }, member.chief);
    expect(rankOf(meeting.state.order, a(7))).toBe(4);
    const proposal = id("c", 910_002);
    meeting.do({ type: "moveApplicant", applicantId: a(6), to: top }, member.faculty, proposal);
    meeting.do({ type: "acceptProposal", proposalId: proposal }, member.chief);
    expect(rankOf(meeting.state.order, a(6))).toBe(5);
  });

  it("ends with the role and with the membership, and does not come back with them", () => {
    const chief = { memberId: member.chief, name: "Dr chief" };
    const demoted = handed().record({ type: "memberChanged", ...chief, role: "faculty" });
    demoted.record({ type: "memberChanged", ...chief, role: "chief" });
    const gone = handed().record({ type: "memberRemoved", memberId: member.chief });
    gone.record({ type: "memberAdded", member: { id: member.chief, name: "Dr chief", role: "chief" } });
    for (const meeting of [demoted, gone]) expect(meeting.try(stage, member.chief)?.code).toBe("notAllowed");
    const renamed = handed().record({ type: "memberChanged", ...chief, name: "Dr other", role: "chief" });
    expect(renamed.try(stage, member.chief)).toBeUndefined();
  });

  it("a host who leaves leaves the others: they go on", () => {
    const meeting = handed().record({ type: "memberRemoved", memberId: member.associatePd });
    expect(meeting.try(stage, member.chief)).toBeUndefined();
    expect(meeting.try({ type: "changeStage", stage: "lobby" }, member.pd)).toBeUndefined();
  });

  it("[JOIN-5] needs a sign-in: by a passcode anybody could have picked the name", () => {
    const actor = { kind: "member", memberId: member.chief, isLimited: true } as const;
    const open = types.filter((type) => {
      const code = refusalOf(handed().state, { type } as Parameters<typeof refusalOf>[1], actor)?.code;
      return permissions[type].withHost && code !== "hostNeedsSignIn";
    });
    expect(open).toEqual([]);
  });
});
