// The programs some tests need beside Node: a browser, and Redis. Found, else installed where that is possible without
// asking anybody, else left out with a sentence.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";

const chromiumNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const chromiumPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The path of a browser, or undefined. */
export async function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    console.log(`CHROMIUM_PATH names ${given}, and there is no such file.`);
  }
  const found = onPath(chromiumNames) ?? chromiumPlaces.find((place) => existsSync(place));
  if (found) return found;
  return installWithApt("chromium", chromiumNames) ?? (await playwrightBrowser());
}

/** The path of redis-server, or undefined. */
export function findRedis() {
  return onPath(["redis-server"]) ?? installWithApt("redis-server", ["redis-server"]);
}

function onPath(names) {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find(isProgram);
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** As root on Debian and its kin. */
function installWithApt(packageName, names) {
  if (process.getuid?.() !== 0 || !onPath(["apt-get"])) return undefined;
  console.log(`Installing ${packageName} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { env, stdio: "ignore" });
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", packageName], { env, stdio: "ignore" });
  return onPath(names);
}

async function playwrightBrowser() {
  const { chromium } = await import("playwright-core");
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  console.log("Installing a browser with Playwright …");
  const cli = path.join("node_modules", "playwright-core", "cli.js");
  spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "ignore" });
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}
