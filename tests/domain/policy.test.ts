import { describe, expect, it } from "vitest";
import type { CommandType } from "../../domain/commands";
import { type Role, roles } from "../../domain/member";
import {
  mayAtDoor,
  mayChangeMember,
  mayComeByPasscode,
  mayInProgram,
  maySee,
  mayTakeInvitation,
  type ProgramAct,
  permissions,
  programPermissions,
  refusalOf,
} from "../../domain/policy";
import { aMeeting, member } from "../support/a-meeting";

/** Who may ask for what, read off the table as a person would write it: P PD, A associate PD, C coordinator, H chief, F faculty, O observer. */
const letters = { pd: "P", associatePd: "A", coordinator: "C", chief: "H", faculty: "F", observer: "O" } as const;

describe("[ROLE-1] one table decides who may ask for what", () => {
  it("is this table", () => {
    const table = Object.fromEntries(
      Object.entries(permissions).map(([type, permission]) => [
        type,
        roles.map((role) => (permission.roles.includes(role) ? letters[role] : "-")).join(""),
      ]),
    );
    expect(table).toEqual({
      moveApplicant: "PACHF-",
      moveApplicants: "PACHF-",
      redoMove: "PACHF-",
      undoMove: "PACHF-",
      endorseApplicant: "PA-HF-",
      strikeEndorsement: "PA-HF-",
      raiseFlag: "PACHF-",
      verifyFlag: "PA----",
      dismissFlag: "PA----",
      strikeFlag: "PACHF-",
      declareRecusal: "PACHFO",
      liftRecusal: "P-----",
      withdrawApplicant: "PAC---",
      reinstateApplicant: "PAC---",
      changeSettings: "P-----",
      lockList: "P-----",
      unlockList: "P-----",
      changeStage: "PA----",
      spotlightApplicant: "PA----",
      setTimer: "PA----",
      settleApplicant: "PA----",
      addToAgenda: "PA----",
      reorderAgenda: "PA----",
      markAgenda: "PA----",
      openObjectionCall: "PA----",
      giveNoObjection: "PACHF-",
      raiseObjection: "PACHF-",
      closeObjectionCall: "PA----",
      openRound: "PA----",
      castBallot: "PA-HF-",
      revealRound: "PA----",
      discardRound: "PA----",
      changeDirectMoves: "PA----",
      handHost: "P-----",
      takeHost: "P-----",
      acceptProposal: "PA----",
      declineProposal: "PA----",
      takeSnapshot: "PAC---",
      arrangeList: "PAC---",
      freezeDraft: "P-----",
      openFromDraft: "------",
      hearNotes: "------",
      importSeason: "PAC---",
      importApplicants: "PAC---",
      undoImport: "PAC---",
      changeApplicantFile: "PAC---",
      // Said by a program to its meetings, and no member's to ask.
      followProgram: "------",
      purgeMeeting: "------",
    });
  });

  it("and this one who sees what beside the list", () => {
    const seenBy = (sight: Parameters<typeof maySee>[1]) =>
      roles.map((role) => (maySee(role, sight) ? letters[role] : "-")).join("");
    expect({
      visa: seenBy("visa"),
      recusals: seenBy("recusals"),
      flagAuthors: seenBy("flagAuthors"),
      depth: seenBy("depth"),
      rankListFile: seenBy("rankListFile"),
    }).toEqual({
      visa: "PAC---",
      recusals: "PAC---",
      flagAuthors: "PA----",
      depth: "PACHF-",
      rankListFile: "P-C---",
    });
  });
});

describe("[ROLE-2] one table decides who may do what with a program", () => {
  it("is this table, where M is an administrator", () => {
    const table = Object.fromEntries(
      (Object.keys(programPermissions) as ProgramAct[]).map((act) => [
        act,
        roles.map((role) => (mayInProgram({ role, isAdministrator: false }, act) ? letters[role] : "-")).join("") +
          (mayInProgram({ role: undefined, isAdministrator: true }, act) ? "M" : "-"),
      ]),
    );
    expect(table).toEqual({
      listPrograms: "------M",
      createProgram: "------M",
      viewProgram: "PAC---M",
      viewRoster: "PAC---M",
      changeRoster: "PAC---M",
      appointHosts: "P-----M",
      renameProgram: "P-----M",
      changeFlagAuthors: "P------",
      changeSsoRequired: "P-----M",
      changeTracks: "P-C---M",
      changeTimeZone: "PAC---M",
      changeMatchYears: "PAC---M",
      openMeeting: "PAC----",
      rehearse: "PA-----",
      openSeason: "PAC----",
      readAudit: "P-----M",
      readInstallationAudit: "------M",
      setRetention: "P------",
      viewHistory: "PAC----",
      changeHistory: "PAC----",
      purge: "P------",
    });
  });

  it("a stranger may do nothing, and a role of one's own adds to being an administrator", () => {
    for (const act of Object.keys(programPermissions) as ProgramAct[]) {
      expect(mayInProgram({ role: undefined, isAdministrator: false }, act)).toBe(false);
    }
    expect(mayInProgram({ role: "pd", isAdministrator: true }, "changeFlagAuthors")).toBe(true);
    expect(mayInProgram({ role: "pd", isAdministrator: true }, "createProgram")).toBe(true);
  });
});

describe("[ROLE-3] who decides is not said by those who prepare", () => {
  const standing = (role: Role) => ({ role, isAdministrator: false });
  const administrator = { role: undefined, isAdministrator: true };

  it("the program director hands the host's part to an associate PD, and takes it back", () => {
    expect(mayChangeMember(standing("pd"), "faculty", "associatePd")).toBe(true);
    expect(mayChangeMember(standing("pd"), "associatePd", "faculty")).toBe(true);
    expect(mayChangeMember(administrator, undefined, "pd")).toBe(true);
  });

  it.each(["associatePd", "coordinator"] as const)("not by the %s, not for themselves either", (role) => {
    for (const host of ["pd", "associatePd"] as const) {
      for (const other of [undefined, "faculty", "coordinator", host] as const) {
        expect(mayChangeMember(standing(role), other, host)).toBe(false);
        expect(mayChangeMember(standing(role), host, other)).toBe(false);
      }
      expect(mayTakeInvitation(standing(role), host)).toBe(false);
    }
    expect(mayChangeMember(standing(role), undefined, "faculty")).toBe(true);
    expect(mayChangeMember(standing(role), "faculty", "chief")).toBe(true);
    expect(mayTakeInvitation(standing(role), "faculty")).toBe(true);
  });

  it.each(["chief", "faculty", "observer"] as const)("a %s changes nobody", (role) => {
    expect(mayChangeMember(standing(role), "faculty", "chief")).toBe(false);
    expect(mayChangeMember(standing(role), role, undefined)).toBe(false);
    expect(mayTakeInvitation(standing(role), "faculty")).toBe(false);
  });

  it("the lock stays the program director's alone, whoever is host", () => {
    expect(permissions.lockList.roles).toEqual(["pd"]);
    expect(permissions.unlockList.roles).toEqual(["pd"]);
    const meeting = aMeeting();
    meeting.record({ type: "memberChanged", memberId: member.faculty, name: "Dr faculty", role: "associatePd" });
    expect(meeting.try({ type: "lockList" }, member.faculty)?.code).toBe("notAllowed");
    meeting.record({ type: "memberChanged", memberId: member.faculty, name: "Dr faculty", role: "pd" });
    expect(meeting.try({ type: "lockList" }, member.faculty)).toBeUndefined();
  });

  it("[JOIN-6] and this one who does what at the door", () => {
    const doneBy = (act: Parameters<typeof mayAtDoor>[1]) =>
      roles.map((role) => (mayAtDoor(role, act) ? letters[role] : "-")).join("");
    expect({
      showCode: doneBy("showCode"),
      renewCode: doneBy("renewCode"),
      endCode: doneBy("endCode"),
      changeSeats: doneBy("changeSeats"),
      admit: doneBy("admit"),
      refuse: doneBy("refuse"),
    }).toEqual({
      showCode: "PAC---",
      renewCode: "PA----",
      endCode: "PA----",
      changeSeats: "PA----",
      admit: "PA----",
      refuse: "PA----",
    });
  });
});

describe("[JOIN-5] what a session without a sign-in may ask for", () => {
  const { state } = aMeeting();
  const mayAskLimited = (type: CommandType) =>
    roles
      .filter((role) => {
        const actor = { kind: "member", memberId: member[role], isLimited: true } as const;
        return refusalOf(state, { type } as Parameters<typeof refusalOf>[1], actor) === undefined;
      })
      .map((role) => letters[role])
      .join("");

  it("is what a chief resident, faculty or an observer may, whoever's name it carries", () => {
    expect(roles.filter(mayComeByPasscode)).toEqual(["chief", "faculty", "observer"]);
    const table = Object.fromEntries(
      Object.keys(permissions).map((type) => [type, mayAskLimited(type as CommandType)]),
    );
    expect(table).toEqual({
      moveApplicant: "HF",
      moveApplicants: "HF",
      redoMove: "HF",
      undoMove: "HF",
      endorseApplicant: "HF",
      strikeEndorsement: "HF",
      raiseFlag: "HF",
      verifyFlag: "",
      dismissFlag: "",
      strikeFlag: "HF",
      declareRecusal: "HFO",
      liftRecusal: "",
      withdrawApplicant: "",
      reinstateApplicant: "",
      changeSettings: "",
      lockList: "",
      unlockList: "",
      changeStage: "",
      spotlightApplicant: "",
      setTimer: "",
      settleApplicant: "",
      addToAgenda: "",
      reorderAgenda: "",
      markAgenda: "",
      openObjectionCall: "",
      giveNoObjection: "HF",
      raiseObjection: "HF",
      closeObjectionCall: "",
      openRound: "",
      castBallot: "HF",
      revealRound: "",
      discardRound: "",
      changeDirectMoves: "",
      handHost: "",
      takeHost: "",
      acceptProposal: "",
      declineProposal: "",
      takeSnapshot: "",
      arrangeList: "",
      freezeDraft: "",
      openFromDraft: "",
      hearNotes: "",
      importSeason: "",
      importApplicants: "",
      undoImport: "",
      changeApplicantFile: "",
      followProgram: "",
      purgeMeeting: "",
    });
  });

  it("is answered as to a stranger where the role has to sign in", () => {
    const actor = { kind: "member", memberId: member.pd, isLimited: true } as const;
    expect(refusalOf(state, { type: "lockList" }, actor)).toEqual({ code: "notAMember" });
  });
});
