// `npm run admin` as the one who runs the server uses it: the built program, without a server and beside one.
import { spawn } from "node:child_process";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { aFolder } from "../support/database";
import { signInAt, startServerProcess } from "../support/server-process";

let dataDir: string;
beforeAll(async () => {
  dataDir = await aFolder();
});

function admin(...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [path.join("build", "server-app", "admin.js"), ...args], {
    env: { ...process.env, NODE_ENV: "production", DATA_DIR: dataDir, LOG_LEVEL: "silent" },
  });
  let output = "";
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  return new Promise((resolve) => child.once("exit", (code) => resolve({ code, output: output.trim() })));
}

describe("npm run admin", () => {
  it("without a server: adds, lists and removes", async () => {
    expect(await admin("list")).toEqual({ code: 0, output: "There are no administrators yet." });
    expect(await admin("add", "Ida@Example.org", "--name", "Ida Admin")).toEqual({
      code: 0,
      output: "ida@example.org is an administrator now.",
    });
    expect((await admin("add", "ida@example.org")).output).toBe("ida@example.org is an administrator already.");
    expect((await admin("list")).output).toBe("ida@example.org  Ida Admin");
    expect((await admin("remove", "ida@example.org")).output).toMatch(
      /^ida@example.org is not an administrator any more/,
    );
    expect(await admin("remove", "ida@example.org")).toEqual({
      code: 1,
      output: "ida@example.org is not an administrator.",
    });
  });

  it("refuses what it does not understand in a sentence", async () => {
    expect(await admin("add", "nobody")).toEqual({
      code: 1,
      output: '"nobody" is not an e-mail address. It should read like name@hospital.org.',
    });
    for (const args of [
      [],
      ["add"],
      ["promote", "ida@example.org"],
      ["list", "all"],
      ["add", "a@b.org", "--role", "x"],
    ]) {
      const { code, output } = await admin(...args);
      expect(code).toBe(1);
      expect(output).toMatch(/^Usage: npm run admin -- list/);
    }
  });

  it("beside a running server: whoever is signed in is one at once, and not any more", async () => {
    const server = await startServerProcess({ dataDir, env: { DEMO_MODE: "1" } });
    try {
      const cookie = await signInAt(server.origin, "observer@example.org");
      const programs = async () => (await fetch(`${server.origin}/programs`, { headers: { cookie } })).status;
      expect(await programs()).toBe(404);
      await admin("add", "observer@example.org");
      expect(await programs()).toBe(200);
      await admin("remove", "observer@example.org");
      expect(await programs()).toBe(404);
    } finally {
      await server.stop();
    }
  });
});
