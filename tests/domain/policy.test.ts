import { describe, expect, it } from "vitest";
import { type Role, roles } from "../../domain/member";
import {
  mayChangeMember,
  mayInProgram,
  maySee,
  mayTakeInvitation,
  type ProgramAct,
  permissions,
  programPermissions,
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
      importSeason: "PAC---",
      // Said by a program to its meetings, and no member's to ask.
      followProgram: "------",
    });
  });

  it("and this one who sees what beside the list", () => {
    const seenBy = (sight: Parameters<typeof maySee>[1]) =>
      roles.map((role) => (maySee(role, sight) ? letters[role] : "-")).join("");
    expect({
      visa: seenBy("visa"),
      recusals: seenBy("recusals"),
      flagAuthors: seenBy("flagAuthors"),
      rankListFile: seenBy("rankListFile"),
    }).toEqual({ visa: "PAC---", recusals: "PAC---", flagAuthors: "PA----", rankListFile: "P-C---" });
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
      changeTracks: "P-C---M",
      changeMatchYears: "PAC---M",
      openMeeting: "PAC----",
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
});
