import { describe, expect, it } from "vitest";
import { roles } from "../../domain/member";
import { maySee, permissions } from "../../domain/policy";

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
});
