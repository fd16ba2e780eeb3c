// The bench: Rank Room against a plain Socket.IO server and one that adds a PostgreSQL transaction a move, in turn and in the same
// run. Quotes ratios of one round and the median of rounds; absolute figures belong to the machine.
import { spawn } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { openDatabase } from "../db/client";
import { migrateToLatest } from "../db/migrate";
import { connectEmbedded } from "../server/embedded-postgres";
import { createLog } from "../server/log";
import type { Target } from "./clients";
import type { Mode, Task } from "./driver";
import { sleep } from "./figures";
import { type Row, report } from "./report";
import { type SeededSeasons, seedSeasons } from "./season";

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    rounds: { type: "string" },
    modes: { type: "string", default: "latency,room,throughput,idle,meetings,reconnect,processes" },
  },
});
const rounds = Number(options.rounds ?? (options.quick ? 1 : 3));
const modes = options.modes.split(",") as Mode[];
const seconds = options.quick ? 4 : 10;
const say = (line: string) => options.json || console.error(line);

type Name = "plain" | "plain + transaction" | "Rank Room" | "two processes";
/** Modes of fifty meetings rather than one. */
const manyRooms = new Set<Mode>(["idle", "meetings", "reconnect"]);
const names: Name[] = ["plain", "plain + transaction", "Rank Room"];
/** What a second process brings is asked of ours alone, and of one process first. */
const namesOf = (mode: Mode): Name[] => (mode === "processes" ? ["Rank Room", "two processes"] : names);
const redisPath = process.env.REDIS_SERVER_PATH || undefined;

const folder = await mkdtemp(path.join(tmpdir(), "rank-room-bench-"));
await chmod(folder, 0o755);
const children = new Set<ReturnType<typeof spawn>>();
process.on("SIGINT", () => process.exit(130));
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

// Durable as in use: fsync is on. One database for the measured servers, so that all commit to the same disk.
const embedded = await connectEmbedded({ dataDir: folder, log: createLog("silent") });
const rows: Row[] = [];
try {
  const { db, close } = openDatabase(embedded.databaseUrl, { max: 1 });
  await migrateToLatest(db);
  await close();
  say("Importing 50 meetings of 300 applicants and 40 people …");
  const seasons = await seedSeasons(embedded.databaseUrl, { meetings: 50, applicants: 300, people: 40 });
  for (let round = 1; round <= rounds; round++) {
    for (const mode of modes) {
      if (mode === "processes" && !redisPath) {
        say("There is no redis-server here, so two processes are not measured.");
        continue;
      }
      for (const name of namesOf(mode)) {
        // The transaction is a yardstick for one meeting's moves only.
        if (name === "plain + transaction" && (manyRooms.has(mode) || mode === "room")) continue;
        say(`round ${round}/${rounds}: ${mode}, ${name} …`);
        const figures =
          mode === "processes" ? await measureProcesses(name, seasons) : await measure(name, mode, seasons);
        rows.push({ round, mode, name, figures });
      }
    }
  }
} finally {
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
}
console.log(report(rows, options.json));

async function measure(name: Name, mode: Mode, seasons: SeededSeasons): Promise<Row["figures"]> {
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const url = `http://127.0.0.1:${port}`;
  const server = startServer(name, port);
  try {
    await untilListening(url, name);
    const many = manyRooms.has(mode);
    const target: Target = { kind: name === "Rank Room" ? "rank-room" : "plain", url, seasons };
    const rate = mode === "meetings" ? 5 : 20;
    const rooms = many ? 50 : 1;
    const task: Task = { mode, target, serverPid: server.pid ?? 0, clients: 40, rooms, seconds, rate };
    return await drive(task);
  } finally {
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await Promise.race([gone, sleep(12_000)]);
    children.delete(server);
  }
}

/** Five meetings at each server process, driven by a process of clients for each: at one, or at two. */
async function measureProcesses(name: Name, seasons: SeededSeasons): Promise<Row["figures"]> {
  const firstPort = 20_000 + Math.floor(Math.random() * 10_000);
  const redis = spawn(redisPath ?? "", ["--port", String(firstPort), "--save", "", "--bind", "127.0.0.1"], {
    stdio: "ignore",
  });
  children.add(redis);
  const ports = name === "two processes" ? [firstPort + 1, firstPort + 2] : [firstPort + 1];
  const redisUrl = name === "two processes" ? `redis://127.0.0.1:${firstPort}` : undefined;
  await sleep(500);
  const servers = ports.map((port) => startServer("Rank Room", port, redisUrl));
  try {
    for (const port of ports) await untilListening(`http://127.0.0.1:${port}`, "Rank Room");
    const serverPids = servers.map(({ pid = 0 }) => pid);
    const fives = ports.map((port, at) =>
      drive({
        ...{
          mode: "processes",
          serverPid: 0,
          serverPids,
          clients: 40,
          rooms: 5,
          firstRoom: at * 5,
          seconds,
          rate: 10,
        },
        target: { kind: "rank-room", url: `http://127.0.0.1:${port}`, seasons },
      }),
    );
    const driven = (await Promise.all(fives)) as (Row["figures"] & { moves: number; cpuUsed: number })[];
    const sum = (of: (figures: (typeof driven)[number]) => number) => driven.reduce((all, one) => all + of(one), 0);
    return {
      // Both drivers look at all processes, over the same time.
      cpuPerMove: sum(({ cpuUsed }) => cpuUsed) / driven.length / sum(({ moves }) => moves),
      lost: sum(({ lost = 0 }) => lost),
      failures: Object.assign({}, ...driven.map(({ failures }) => failures)),
    };
  } finally {
    for (const server of [...servers, redis]) {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await Promise.race([gone, sleep(12_000)]);
      children.delete(server);
    }
  }
}

function startServer(name: Name, port: number, redisUrl?: string) {
  const program = name === "Rank Room" ? "build/server-app/main.js" : "bench/plain-server.mjs";
  const { DATABASE_URL: _own, ...env } = process.env;
  const child = spawn(process.execPath, ["--expose-gc", "--require", "./bench/collect-on-signal.cjs", program], {
    env: {
      ...env,
      NODE_ENV: "production",
      PORT: String(port),
      LOG_LEVEL: "error",
      // The limit is in the way of what is measured, and never reached: one person here asks for hundreds.
      COMMANDS_PER_SECOND: "100000",
      ...(name !== "plain" && { DATABASE_URL: embedded.databaseUrl }),
      ...(redisUrl && { REDIS_URL: redisUrl }),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  children.add(child);
  return child;
}

async function untilListening(url: string, name: Name): Promise<void> {
  const address = name === "Rank Room" ? `${url}/readyz` : `${url}/socket.io/?EIO=4&transport=polling`;
  for (let tries = 0; tries < 400; tries++) {
    const isThere = await fetch(address).then(
      (response) => response.ok,
      () => false,
    );
    if (isThere) return;
    await sleep(50);
  }
  throw new Error(`the server "${name}" did not start`);
}

async function drive(task: Task): Promise<Row["figures"]> {
  // Large tasks do not fit a command line everywhere.
  const file = path.join(folder, `task-${task.firstRoom ?? 0}.json`);
  await writeFile(file, JSON.stringify(task));
  const tsx = path.join("node_modules", "tsx", "dist", "cli.mjs");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tsx, "bench/driver.ts", file], { stdio: ["ignore", "pipe", "inherit"] });
    children.add(child);
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    // A driver never outlives three minutes.
    const limit = setTimeout(() => child.kill("SIGKILL"), 180_000);
    child.once("exit", (code) => {
      clearTimeout(limit);
      children.delete(child);
      try {
        resolve(JSON.parse(output.trim().split("\n").at(-1) ?? ""));
      } catch {
        reject(new Error(`the driver ended with ${code} and no figures`));
      }
    });
  });
}
