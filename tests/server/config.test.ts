// Settings from the environment: defaults, and one sentence for each that is wrong.
import path from "node:path";
import { describe, expect, test } from "vitest";
import { BootProblem } from "../../server/boot-problem";
import { readConfig } from "../../server/config";

const problemOf = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof BootProblem) return error.message;
    throw error;
  }
  throw new Error("These settings were accepted.");
};

describe("without settings", () => {
  test("the server is a demo on port 3000 of this machine only, with its own database in .data", () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      databaseUrl: undefined,
      dataDir: path.resolve(".data"),
      isDemo: true,
      mail: undefined,
      trustProxy: 0,
    });
  });

  test("an empty value is as good as none", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: " ", DEMO_MODE: "" })).toEqual(readConfig({}));
  });
});

describe("the demo", () => {
  const DATABASE_URL = "postgres://somebody:secret@db.example.org/rank";

  test("is off as soon as DATABASE_URL is set", () => {
    expect(readConfig({ DATABASE_URL }).isDemo).toBe(false);
  });

  test("is on beside DATABASE_URL only when DEMO_MODE=1 says so", () => {
    expect(readConfig({ DATABASE_URL, DEMO_MODE: "1" }).isDemo).toBe(true);
    expect(readConfig({ DATABASE_URL, DEMO_MODE: "0" }).isDemo).toBe(false);
  });
});

describe("the demo beyond this machine", () => {
  test.each<Record<string, string>>([{ HOST: "0.0.0.0" }, { HOST: "::" }, { PUBLIC_URL: "https://rank.example.org" }])(
    "is off, and open to all only when DEMO_MODE=1 says so: %o",
    (env) => {
      expect(readConfig(env)).toMatchObject({ isDemo: false, isOpenToAll: false });
      expect(readConfig({ ...env, DEMO_MODE: "1" })).toMatchObject({ isDemo: true, isOpenToAll: true });
    },
  );

  test("on this machine it is open to nobody else", () => {
    expect(readConfig({})).toMatchObject({ isDemo: true, isOpenToAll: false });
    expect(readConfig({ DEMO_MODE: "1", PUBLIC_URL: "http://localhost:3000" }).isOpenToAll).toBe(false);
  });
});

describe("a wrong setting is refused with a sentence", () => {
  test.each([
    [{ PORT: "http" }, 'PORT is set to "http"; it should be a port number from 0 to 65535.'],
    [
      { METRICS_TOKEN: "short" },
      "METRICS_TOKEN is set to a value of another form; it should be at least 16 letters, digits or signs without a space.",
    ],
    [{ PORT: "70000" }, 'PORT is set to "70000"; it should be a port number from 0 to 65535.'],
    [{ DEMO_MODE: "yes" }, 'DEMO_MODE is set to "yes"; it should be "1" for on or "0" for off.'],
    [
      { PUBLIC_URL: "https://rank.example.org/room" },
      'PUBLIC_URL is set to "https://rank.example.org/room"; it should be the address people open, without a path, like https://rank.example.org.',
    ],
    [
      { LOG_LEVEL: "loud" },
      'LOG_LEVEL is set to "loud"; it should be one of fatal, error, warn, info, debug, trace, silent.',
    ],
    [
      { SMTP_URL: "smtp://mail.example.org" },
      'MAIL_FROM is not set, and SMTP_URL needs it: give the sender of sign-in mail, like "Rank Room <rank-room@example.org>".',
    ],
    [
      { MAIL_FROM: "Rank\u2028Room <a@example.org>" },
      'MAIL_FROM is set to "Rank\u2028Room <a@example.org>"; it should be the sender of sign-in mail, like "Rank Room <rank-room@example.org>".',
    ],
    [
      { OIDC_NAME: "Harbor\u0000login" },
      'OIDC_NAME is set to "Harbor\u0000login"; it should be what people call it, in at most 40 characters, like "Harbor login".',
    ],
  ])("%o", (env, sentence) => {
    expect(problemOf(env as Record<string, string>)).toBe(sentence);
  });

  test("that does not repeat what may hold a password", () => {
    const sentence = problemOf({ DATABASE_URL: "mysql://root:hunter2@db/rank" });
    expect(sentence).toContain("DATABASE_URL");
    expect(sentence).not.toContain("hunter2");
  });

  test("and every wrong one is named at once", () => {
    expect(problemOf({ PORT: "x", LOG_LEVEL: "y" }).split("\n")).toHaveLength(2);
  });
});
