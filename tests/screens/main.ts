// Plays the demo season from before the meeting to the lock and takes a picture of each screen on the way. Nothing is asserted but
// that each screen comes: what is on it is told by the tests.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { launchBrowser } from "../support/launch-browser";
import { startServerProcess } from "../support/server-process";
import { beforeTheMeeting } from "./before-the-meeting";
import { inTheMeeting } from "./in-the-meeting";
import { Photographer } from "./windows";

const folder = path.join("docs", "screenshots");
const dataDir = await mkdtemp(path.join(tmpdir(), "rank-room-screens-"));
const server = await startServerProcess({ dataDir });
const browser = await launchBrowser();
try {
  const photographer = new Photographer(browser, server.origin, folder);
  await beforeTheMeeting(photographer);
  await inTheMeeting(photographer);
  await writeFile(path.join(folder, "README.md"), pageOf(photographer.taken));
  console.log(`${photographer.taken.length} screens are in ${folder}.`);
} finally {
  await browser.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** All of them on one page, for whoever browses the repository. */
function pageOf(taken: Photographer["taken"]): string {
  const screens = taken.map(({ name, caption, looks }) =>
    [`## ${caption}`, "", ...looks.map((look) => `![${caption}, ${look}](${name}-${look}.jpg)`), ""].join("\n"),
  );
  return ["# Screens", "", "Made by `npm run screenshots`, on the demo season.", "", ...screens].join("\n");
}
