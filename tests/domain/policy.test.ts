import { describe, expect, it } from "vitest";
import type { CommandType } from "../../domain/commands";
import { roles } from "../../domain/member";
import { mayAtDoor, mayComeByPasscode, maySee, permissions, refusalOf } from "../../domain/policy";
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
      purgeMeeting: "------",
    });
  });

  it("and this one who sees what beside the list", () => {
    const seenBy = (sight: Parameters<typeof maySee>[1]) =>
      roles.map((role) => (maySee(role, sight) ? letters[role] : "-")).join("");
    expect({
      visa: seenBy("visa"),
      recusals: seenBy("recusals"),
      rankListFile: seenBy("rankListFile"),
    }).toEqual({ visa: "PAC---", recusals: "PAC---", rankListFile: "P-C---" });
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
      importSeason: "",
      purgeMeeting: "",
    });
  });

  it("is answered as to a stranger where the role has to sign in", () => {
    const actor = { kind: "member", memberId: member.pd, isLimited: true } as const;
    expect(refusalOf(state, { type: "lockList" }, actor)).toEqual({ code: "notAMember" });
  });
});
