// One PostgreSQL cluster on disk: made, started, stopped and looked at with PostgreSQL's own programs. Started by pg_ctl it
// is a process of its own: Ctrl+C in our terminal does not reach it, and it outlives a killed server.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { BootProblem } from "../boot-problem";
import { programIn } from "./binaries";
import { clusterOf, type PostgresHome } from "./home";
import { commandLineOf, isAlive } from "./running-process";

export const superuser = "rank_room";

const passwordOf = (home: PostgresHome) => path.join(home.folder, "password");
const logOf = (home: PostgresHome) => path.join(home.folder, "postgresql.log");

/** Makes the cluster unless it is there. Killed halfway, it leaves nothing that looks like one. */
export async function ensureCluster(home: PostgresHome): Promise<void> {
  const cluster = clusterOf(home);
  if (existsSync(cluster)) return;
  await makePassword(home);
  const unfinished = `${cluster}.${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  const { code, output } = await run(home, "initdb", [
    `--pgdata=${unfinished}`,
    `--username=${superuser}`,
    `--pwfile=${passwordOf(home)}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // Sorting and letter case are the same on every machine, whatever its locale.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
  ]);
  if (code !== 0)
    throw new BootProblem(`PostgreSQL could not make its data folder in ${home.folder}: ${lastLine(output)}`);
  await rename(unfinished, cluster).catch(async (error) => {
    await rm(unfinished, { recursive: true, force: true });
    // Another process was quicker; its cluster has the same password.
    if (!existsSync(cluster)) throw error;
  });
}

/** Random, kept in a file only PostgreSQL's user (and root) can read. Whoever comes first writes it. */
async function makePassword(home: PostgresHome): Promise<void> {
  const file = passwordOf(home);
  try {
    await writeFile(file, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
    if (home.runAs !== undefined) await chown(file, home.runAs.uid, home.runAs.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

export async function readPassword(home: PostgresHome): Promise<string> {
  return (await readFile(passwordOf(home), "utf8")).trim();
}

/** The port of the PostgreSQL that runs on this cluster, if one does; who started it does not matter. */
export async function runningPort(home: PostgresHome): Promise<number | undefined> {
  const file = path.join(clusterOf(home), "postmaster.pid");
  const lines = (await readFile(file, "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!(pid > 0) || !(port > 0) || !isAlive(pid)) return undefined;
  const commandLine = await commandLineOf(pid);
  if (commandLine !== undefined && !commandLine.includes("postgres")) {
    // After a crash the number belongs to another process, and PostgreSQL would refuse to start because of it.
    await rm(file, { force: true });
    return undefined;
  }
  return port;
}

export interface ClusterSettings {
  port: number;
  /** Off only for tests: a lost machine then loses committed work. */
  fsync: boolean;
}

export type StartOutcome = "started" | "portTaken" | "alreadyRunning";

export async function startCluster(home: PostgresHome, { port, fsync }: ClusterSettings): Promise<StartOutcome> {
  await putAsideLongLog(home);
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "60",
    // Statements and details quote rows, and rows hold names; they stay out of PostgreSQL's log too.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    ...(fsync ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const options = [`-p ${port}`, ...Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)].join(" ");
  const { code } = await run(home, "pg_ctl", [
    "start",
    "-w",
    "-t",
    "60",
    "-D",
    clusterOf(home),
    "-l",
    logOf(home),
    "-o",
    options,
  ]);
  if (code === 0) return "started";
  if ((await runningPort(home)) !== undefined) return "alreadyRunning";
  const recent = (await readFile(logOf(home), "utf8").catch(() => "")).slice(-4000);
  const fatal = recent
    .split("\n")
    .filter((line) => line.includes("FATAL"))
    .at(-1);
  if (recent.includes("could not create any TCP/IP sockets")) return "portTaken";
  if (fatal?.includes("lock file")) return "alreadyRunning";
  throw new BootProblem(
    `PostgreSQL did not start on ${clusterOf(home)}: ${fatal?.replace(/^.*FATAL:\s*/, "") ?? "no reason given"}. Its log is ${logOf(home)}.`,
  );
}

/** `fast` ends sessions and writes everything out; `immediate` is a crash on purpose, for tests. */
export async function stopCluster(home: PostgresHome, mode: "fast" | "immediate" = "fast"): Promise<void> {
  await run(home, "pg_ctl", ["stop", "-w", "-t", "30", "-m", mode, "-D", clusterOf(home)]);
}

async function putAsideLongLog(home: PostgresHome): Promise<void> {
  const size = await stat(logOf(home)).then(
    (entry) => entry.size,
    () => 0,
  );
  if (size > 5_000_000) await rename(logOf(home), `${logOf(home)}.old`);
}

async function run(
  home: PostgresHome,
  name: "initdb" | "pg_ctl",
  args: string[],
): Promise<{ code: number; output: string }> {
  await mkdir(home.folder, { recursive: true });
  // PostgreSQL, which pg_ctl leaves behind, would hold pipes open for as long as it runs, hence none for pg_ctl.
  const capture = name === "initdb" ? "pipe" : "ignore";
  const child = spawn(programIn(home.binaries.folder, name), args, {
    ...home.runAs,
    cwd: home.folder,
    env: { ...process.env, LC_ALL: "C", LC_MESSAGES: "C" },
    stdio: ["ignore", "ignore", capture],
    windowsHide: true,
  });
  let output = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve({ code: code ?? 1, output }));
  });
}

const lastLine = (text: string) => text.trim().split("\n").at(-1) ?? "";
