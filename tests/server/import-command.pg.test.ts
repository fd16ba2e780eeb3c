// `npm run import` as a coordinator runs it: the built program, without a server and beside one.
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../db/client";
import { connectEmbedded } from "../../server/embedded-postgres";
import { createLog } from "../../server/log";
import { aMeetingService } from "../support/a-service";
import { aFolder } from "../support/database";
import { aClient, until, untilLive } from "../support/server";
import { enterAt, startServerProcess } from "../support/server-process";

let dataDir: string;
let files: string[];
const applicants = (extra = ""): string =>
  [
    "AAMC ID,Applicant Name,USMLE Step 2 CK Score,Gender,Interview Date,Tracks Applied by Applicant",
    '10000001,"One, Ada",250,F,2026-12-01,Internal Medicine|1000140C0 (Categorical)',
    '10000002,"Two, Ben",241,M,2026-12-02,Internal Medicine|1000140C0 (Categorical)',
    '1000003,"Three, Cai",231,F,2026-12-03,Internal Medicine|1000140C0 (Categorical)',
    extra,
  ].join("\r\n");

beforeAll(async () => {
  dataDir = await aFolder();
  const folder = await aFolder();
  const [people, list] = [path.join(folder, "people.csv"), path.join(folder, "list.csv")];
  await writeFile(people, "Name;E-mail;Role\nPat Director;pd@example.org;pd\nFay Culty;faculty@example.org;faculty\n");
  await writeFile(path.join(folder, "applicants.csv"), `\uFEFF${applicants()}`);
  await writeFile(
    list,
    Buffer.from("\uFEFFRank\tAAMC ID\tZone\n1\t10000001\tprotected\n2\t10000002\tmiddle\n", "utf16le"),
  );
  files = ["--people", people, "--applicants", path.join(folder, "applicants.csv"), "--list", list];
});

function runImport(args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [path.join("build", "server-app", "import.js"), ...args], {
    env: { ...process.env, NODE_ENV: "production", DATA_DIR: dataDir, LOG_LEVEL: "silent", PORT: "3456" },
  });
  let output = "";
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  return new Promise((resolve) => child.once("exit", (code) => resolve({ code, output })));
}

describe("npm run import", () => {
  it("without a server: keeps the good rows, says what is wrong with the bad one, prints the address", async () => {
    const { code, output } = await runImport(files);
    expect(output).toContain('row 4, AAMC ID: "1000003"');
    expect(output).toMatch(/protected columns, in nobody's file: Gender/);
    expect(output).toContain("A new meeting was opened.");
    expect(output).toMatch(/The meeting is at http:\/\/127\.0\.0\.1:3456\/meetings\/[0-9a-f-]{36}/);
    expect(code).toBe(0);
  });

  it("[IMPORT-1] a second time: nothing differs", async () => {
    const { code, output } = await runImport(files);
    expect(output).toContain("nothing in it differs");
    expect(code).toBe(0);
  });

  it("beside a running server: who is in the meeting sees the new applicant come in", async () => {
    const server = await startServerProcess({ dataDir, env: { DEMO_MODE: "1" } });
    const cookie = await enterAt(server.origin, "faculty@example.org");
    const embedded = await connectEmbedded({ dataDir, log: createLog("silent") });
    const { db, close } = openDatabase(embedded.databaseUrl, { max: 1 });
    const person = await db
      .selectFrom("people")
      .select("id")
      .where("email", "=", "faculty@example.org")
      .executeTakeFirst();
    const meeting = await db.selectFrom("meetings").select("id").executeTakeFirst();
    const service = aMeetingService(db);
    const opened = await service.open(meeting?.id ?? "", person?.id ?? "");
    await close();
    await embedded.stop();
    if (!opened) throw new Error("the meeting is not there");
    const client = aClient({ origin: server.origin, cookie, opened });
    try {
      await untilLive(client);
      await writeFile(files[3] ?? "", applicants('10000009,"Nine, Ida",255,F,2026-12-04,'));
      expect((await runImport(files)).output).toContain("1 change was made");
      const state = () => client.store.getSnapshot().state;
      await until(() => state().order.unplaced.length === 1, "the new applicant is on the screen");
      expect(Object.values(state().applicants).map(({ name }) => name)).toContain("Nine, Ida");
    } finally {
      client.leave();
      await server.stop();
    }
  });

  it("refuses what it cannot read in one sentence, and exits 1", async () => {
    const { code, output } = await runImport(["--people", "/nowhere/people.csv", ...files.slice(2)]);
    expect(output.trim()).toBe("The people file /nowhere/people.csv does not exist. Check the name and the folder.");
    expect(code).toBe(1);
  });
});
