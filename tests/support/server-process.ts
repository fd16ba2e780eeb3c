// The server as people start it, in a process of its own that can be killed. For tests of faults, benches and browsers.
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";

export interface ServerProcess {
  origin: string;
  pid: number;
  /** What it has written so far. */
  output(): string;
  /** SIGKILL: no goodbye. */
  kill(): Promise<void>;
  /** SIGTERM, and resolves to the exit code. */
  stop(): Promise<number | null>;
}

export interface ServerProcessOptions {
  dataDir: string;
  port?: number;
  env?: Record<string, string>;
}

/** Resolves when the server answers /readyz. The build must be there: `npm test` makes it. */
export async function startServerProcess({ dataDir, port, env }: ServerProcessOptions): Promise<ServerProcess> {
  const atPort = port ?? (await aFreePort());
  const child = spawn(process.execPath, [path.join("build", "server-app", "main.js")], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATA_DIR: dataDir,
      PORT: String(atPort),
      HOST: "127.0.0.1",
      LOG_LEVEL: "warn",
      // Tests ask for more than people do; what the limit does is tested on its own.
      COMMANDS_PER_SECOND: "999999",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // A test that is given up stops nothing.
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const origin = `http://127.0.0.1:${atPort}`;
  await untilReady(origin, child, () => output);
  return {
    origin,
    pid: child.pid ?? 0,
    output: () => output,
    kill: async () => {
      const gone = exitOf(child);
      child.kill("SIGKILL");
      await gone;
    },
    stop: () => {
      const gone = exitOf(child);
      child.kill("SIGTERM");
      return gone;
    },
  };
}

const exitOf = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once("exit", (code) => resolve(code)));

async function untilReady(origin: string, child: ChildProcess, output: () => string): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`the server stopped at once: ${output()}`);
    const isReady = await fetch(`${origin}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  child.kill("SIGKILL");
  throw new Error(`the server was not ready in a minute: ${output()}`);
}

export function aFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Signs in on the demo season; resolves to the Cookie header. */
export async function signInAt(origin: string, email: string): Promise<string> {
  const response = await fetch(`${origin}/demo`, {
    method: "POST",
    body: new URLSearchParams({ email }),
    redirect: "manual",
  });
  const cookie = response.headers.get("set-cookie")?.split(";")[0];
  if (!cookie) throw new Error(`${email} could not sign in: ${response.status}`);
  return cookie;
}

/** The same, for somebody who has pledged in each of their meetings, as its page asks for it. */
export const enterAt = async (origin: string, email: string): Promise<string> =>
  (await enterMeetingsAt(origin, email)).cookie;

/** And the paths of those meetings, as their home names them. */
export async function enterMeetingsAt(
  origin: string,
  email: string,
): Promise<{ cookie: string; meetings: readonly string[] }> {
  const cookie = await signInAt(origin, email);
  const home = await fetch(origin, { headers: { cookie } }).then((response) => response.text());
  const meetings = [...new Set(Array.from(home.matchAll(/\/meetings\/[0-9a-f-]{36}/g), ([path]) => path))];
  for (const path of meetings) {
    await fetch(`${origin}${path}/pledge`, { method: "POST", headers: { cookie, origin }, redirect: "manual" });
  }
  return { cookie, meetings };
}

/** Asks for a sign-in link and finds its path in the server's log, where it goes without a mail server (LOG_LEVEL info). */
export async function linkFrom({ origin, output }: ServerProcess, email: string): Promise<string> {
  const links = () => [...output().matchAll(/http:\/\/[^/"]+(\/sign-in\/[\w-]{43})/g)].map(([, path = ""]) => path);
  const before = links().length;
  const asked = { method: "POST", body: new URLSearchParams({ email }), headers: { Origin: origin } };
  await fetch(`${origin}/sign-in`, asked);
  for (let tries = 0; tries < 100; tries++) {
    const link = links()[before];
    if (link !== undefined) return link;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("no sign-in link came");
}
