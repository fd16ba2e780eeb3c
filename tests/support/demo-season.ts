// For browser tests: a data folder in which the demo season stands, made once a run and copied for each file. Making it takes longer than
// starting a server on it, and every file's first step would be to wait for it again.
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startServerProcess } from "./server-process";

declare module "vitest" {
  interface ProvidedContext {
    /** Without a browser there is none. */
    demoFolder: string;
  }
}

export default async function makeDemoSeason(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  project.provide("demoFolder", "");
  if (!process.env.CHROMIUM_PATH) return undefined;
  const folder = await mkdtemp(path.join(tmpdir(), "rank-room-demo-"));
  await chmod(folder, 0o755);
  const server = await startServerProcess({ dataDir: folder });
  await server.stop();
  project.provide("demoFolder", folder);
  return () => rm(folder, { recursive: true, force: true });
}
