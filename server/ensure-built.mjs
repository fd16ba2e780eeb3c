// Installs and builds what is missing or out of date, saying so. Plain JavaScript on Node alone: it runs on a fresh clone,
// before any package is there.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const inRoot = (...parts) => path.join(root, ...parts);

/** The server's programs; a program whose source is not there is left out. */
export const programs = {
  main: "server/main.ts",
  import: "server/import/main.ts",
  rebuild: "server/rebuild.ts",
  admin: "server/admin.ts",
  audit: "server/audit.ts",
  export: "server/export-program/main.ts",
  migrate: "server/migrate.ts",
};

const settings = ["package-lock.json", "tsconfig.json"];
const serverSources = ["domain", "db", "server", ...settings];
const webSources = [
  "app",
  "public",
  "domain",
  "server/load-context.ts",
  "vite.config.ts",
  "remix.config.js",
  ...settings,
];

const pagesStep = { name: "pages", output: "build/client", sources: webSources, build: buildWeb };
const serverStep = { name: "server", output: "build/server-app", sources: serverSources, build: buildServer };

/** Outside build/, which is emptied. */
const buildRecords = inRoot(".cache", "build");

/** Exits the process with a sentence when npm fails. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.log("Installing packages …");
  // Development packages too, also under NODE_ENV=production: the build needs them.
  const args = ["ci", "--include=dev", "--no-fund", "--no-audit"];
  const npm = process.env.npm_execpath;
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: "inherit" })
    : spawnSync("npm", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) fail("The packages could not be installed; npm says why above. Is this machine online?");
}

/** npm keeps its own copy of the lock file beside what it installed: the two must name the same versions. */
function isInstalled() {
  const installedLock = inRoot("node_modules", ".package-lock.json");
  if (!existsSync(installedLock)) return false;
  const installed = JSON.parse(readFileSync(installedLock, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(inRoot("package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === "") return true;
    // Packages for other platforms are optional and absent here.
    return installed[place] === undefined ? optional === true : installed[place].version === version;
  });
}

export async function ensureBuilt({ web = true } = {}) {
  // The pages first: Remix empties the whole of build/ before it writes.
  const steps = web ? [pagesStep, serverStep] : [serverStep];
  if (steps.every(isBuilt)) return;
  await lockBuild();
  try {
    for (const step of steps) {
      // Another process may have built it while this one waited.
      if (!isBuilt(step)) await runStep(step);
    }
  } finally {
    unlockBuild();
  }
}

/** The stamp is a hash of the sources, written last: a build that was cut short is done again. */
const stampOf = ({ name }) => path.join(buildRecords, `${name}.stamp`);

function isBuilt(step) {
  if (!existsSync(stampOf(step)) || !existsSync(inRoot(step.output))) return false;
  return readFileSync(stampOf(step), "utf8") === hashOf(step.sources);
}

async function runStep(step) {
  console.log(`Building the ${step.name} …`);
  const hash = hashOf(step.sources);
  rmSync(stampOf(step), { force: true });
  await step.build();
  writeFileSync(stampOf(step), hash);
}

const buildLock = path.join(buildRecords, "lock");

/** One build at a time: two starts at once would delete each other's output. A lock whose process is gone is taken over. */
async function lockBuild() {
  mkdirSync(buildRecords, { recursive: true });
  process.once("exit", unlockBuild);
  for (let waited = false; ; waited = true) {
    try {
      writeFileSync(buildLock, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = Number(existsSync(buildLock) ? readFileSync(buildLock, "utf8") : "0");
    if (holder > 0 && !isAlive(holder)) rmSync(buildLock, { force: true });
    else if (!waited) console.log("Waiting for another build …");
    await sleep(200);
  }
}

function unlockBuild() {
  if (existsSync(buildLock) && readFileSync(buildLock, "utf8") === String(process.pid))
    rmSync(buildLock, { force: true });
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

async function buildServer() {
  const { build } = await import("esbuild");
  const output = inRoot("build", "server-app");
  // Built beside and swapped in, so that a server starting meanwhile finds the old one or the new one.
  const fresh = inRoot("build", `server-app.${process.pid}`);
  const entryPoints = Object.entries(programs)
    .filter(([, source]) => existsSync(inRoot(source)))
    .map(([out, source]) => ({ out, in: inRoot(source) }));
  await build({
    entryPoints,
    outdir: fresh,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: true,
    logLevel: "warning",
  }).catch(() => fail("The server could not be built; the messages above say where."));
  rmSync(output, { recursive: true, force: true });
  renameSync(fresh, output);
}

function buildWeb() {
  const remix = inRoot("node_modules", "@remix-run", "dev", "dist", "cli.js");
  const env = { ...process.env, NODE_ENV: "production" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [remix, "vite:build"], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  if (status === 0) return;
  console.error(stdout, stderr);
  fail("The pages could not be built; the messages above say where.");
}

function hashOf(sources) {
  const hash = createHash("sha256").update(process.version);
  for (const source of sources) addToHash(hash, source);
  return hash.digest("hex");
}

function addToHash(hash, source) {
  const file = inRoot(source);
  if (!existsSync(file)) return;
  if (statSync(file).isDirectory()) {
    for (const name of readdirSync(file).sort()) addToHash(hash, `${source}/${name}`);
    return;
  }
  hash.update(`${source}\n`).update(readFileSync(file));
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
