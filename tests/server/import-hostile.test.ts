// Files that nobody should send: refused with a sentence within moments, without unpacking what they would unpack to. Each is
// read in a process of its own, whose memory is looked at.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hostileFiles } from "../support/hostile-files";

const run = promisify(execFile);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rank-room-hostile-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(Object.entries(hostileFiles))(
  "[IMPORT-7] %s is refused",
  { timeout: 30_000 },
  async (name, { make, said }) => {
    const file = path.join(folder, name.replaceAll(" ", "-"));
    await writeFile(file, make());
    const { stdout } = await run(process.execPath, ["--import", "tsx", "tests/support/read-hostile.ts", file]);
    const { message, milliseconds, megabytes } = JSON.parse(stdout);
    expect(message).toMatch(said);
    expect(milliseconds).toBeLessThan(2000);
    expect(megabytes).toBeLessThan(100);
  },
);
