// The meeting page under load: 400 applicants, a CPU four times slower, and somebody else making 20 moves a second. Each round
// is a browser of its own; the server is the one people start, on a database of its own.
import { spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { openDatabase } from "../../db/client";
import { migrateToLatest } from "../../db/migrate";
import { findPersonByEmail } from "../../db/people";
import { createAuditTrail } from "../../server/audit-trail";
import { systemClock } from "../../server/clock";
import { connectEmbedded } from "../../server/embedded-postgres";
import { LiveMeetings } from "../../server/live-meetings";
import { createLog } from "../../server/log";
import { createMeetingService } from "../../server/meeting-service";
import { quietDispatcher } from "../../server/quiet-dispatcher";
import { importSeason } from "../../server/season-import";
import { sleep, summarise } from "../figures";
import { costOfFollowing } from "./follow";
import { observePage, type PageLog } from "./in-page";
import { joinAsRemote, type Remote, type SentMove } from "./remote";
import { type PageFigures, pageReport } from "./report";
import { pageBenchPeople, pageSeason } from "./season";
import { dragByKeyboard, dragByMouse, lookAround, workWithRows } from "./session";

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    rounds: { type: "string", default: "3" },
    applicants: { type: "string", default: "400" },
    rate: { type: "string", default: "20" },
    cpu: { type: "string", default: "4" },
  },
});
const setting = {
  applicants: Number(options.applicants),
  movesPerSecond: Number(options.rate),
  cpu: Number(options.cpu),
};
/** So many rows at the edges of the view are left out: moves on their way shift what is there. */
const EDGE_ROWS = 2;
/** A view counts that stays as it is for so long after a move. */
const STILL_MS = 500;
/** Two refreshes of a 60 Hz screen are 33.3 ms, and clocks err by a tenth: what counts is a frame that misses two. */
const SLOW_FRAME_MS = 34;
/** What is shown of an applicant later than this is another move of theirs. */
const LATEST_MS = 2000;
const say = (line: string) => options.json || console.error(line);

const folder = await mkdtemp(path.join(tmpdir(), "rank-room-page-"));
await chmod(folder, 0o755);
const log = createLog("silent");
const embedded = await connectEmbedded({ dataDir: folder, log });
const database = openDatabase(embedded.databaseUrl, { max: 2 });
const { db } = database;
const port = 20_000 + Math.floor(Math.random() * 10_000);
const origin = `http://127.0.0.1:${port}`;
let server: ReturnType<typeof spawn> | undefined;
process.on("exit", () => server?.kill("SIGKILL"));
try {
  await migrateToLatest(db);
  const live = new LiveMeetings();
  const { meetingId } = await importSeason(pageSeason(setting.applicants), {
    db,
    live,
    dispatcher: quietDispatcher({ db, live, log }),
  });
  server = spawn(process.execPath, ["build/server-app/main.js"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      DATABASE_URL: embedded.databaseUrl,
      DEMO_MODE: "1",
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await untilReady();
  const rounds: PageFigures[] = [];
  for (let round = 1; round <= Number(options.rounds); round += 1) {
    say(`round ${round}/${options.rounds} …`);
    rounds.push(await measure(meetingId));
  }
  console.log(pageReport(rounds, setting, options.json));
} finally {
  server?.kill("SIGTERM");
  await sleep(500);
  await database.close();
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
}

async function untilReady(): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const isReady = await fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await sleep(50);
  }
  throw new Error("the server did not start");
}

/** Signed in, and pledged. */
async function enter(email: string, meetingId: string): Promise<string> {
  const post = { method: "POST", redirect: "manual" } as const;
  const response = await fetch(`${origin}/demo`, { ...post, body: new URLSearchParams({ email }) });
  const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
  await fetch(`${origin}/meetings/${meetingId}/pledge`, { ...post, headers: { cookie } });
  return cookie;
}

async function measure(meetingId: string): Promise<PageFigures> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
  });
  try {
    const { page } = await slowPage(browser, pageBenchPeople.pd, meetingId, { viewport: { width: 1440, height: 900 } });
    // What the compiler puts around named functions is not there in the page.
    await page.addInitScript("globalThis.__name = (named) => named");
    await page.addInitScript(observePage);
    const scriptBytes = countScripts(page);
    await page.goto(`/meetings/${meetingId}`);
    await page.getByText("Live", { exact: true }).waitFor();
    // What the browser's driver puts into a page at the first question takes a third of a second, and is not the page's doing.
    await page.evaluate(() => window.pageLog.lcp);
    await page.waitForTimeout(1500);

    const remote = await joinAs(pageBenchPeople.remote, meetingId);
    remote.start(setting.movesPerSecond);
    await workWithRows(page);
    const scriptKb = (await scriptBytes()) / 1000;
    // A drag holds changes back on purpose: the moves until now are the ones that count as seen live.
    const sent = remote.stop();
    await page.waitForTimeout(500);
    const live = await page.evaluate(() => window.pageLog);
    remote.start(setting.movesPerSecond);
    await dragByMouse(page, 180);
    await dragByKeyboard(page);
    await dragByMouse(page, 180);
    await lookAround(page);
    remote.stop();
    remote.leave();
    const result = await page.evaluate(() => window.pageLog);
    await page.close();
    const following = await follow(browser, meetingId);
    return figuresOf(result, scriptKb, delays(sent, live), following);
  } finally {
    await browser.close();
  }
}

/** Somebody's page on a slow CPU, not yet opened. */
async function slowPage(browser: Browser, email: string, meetingId: string, device: BrowserContextOptions) {
  const context = await browser.newContext({ ...device, baseURL: origin });
  const [name = "", value = ""] = (await enter(email, meetingId)).split("=");
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: setting.cpu });
  return { page, devtools };
}

async function joinAs(email: string, meetingId: string): Promise<Remote> {
  const person = await findPersonByEmail(db, email);
  const trail = createAuditTrail({ db, clock: systemClock, log: createLog("silent") });
  const cookie = await enter(email, meetingId);
  const opened = await createMeetingService({ db, live: new LiveMeetings(), trail }).open(meetingId, person?.id ?? "");
  if (!opened) throw new Error(`${email} may not open the meeting`);
  return joinAsRemote(origin, cookie, opened);
}

async function follow(browser: Browser, meetingId: string): Promise<number[]> {
  const host = await joinAs(pageBenchPeople.pd, meetingId);
  const device = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const { page, devtools } = await slowPage(browser, pageBenchPeople.remote, meetingId, device);
  await page.goto(`/meetings/${meetingId}`);
  await page.getByText("Live", { exact: true }).waitFor();
  const costs = await costOfFollowing(page, devtools, host);
  host.endSpotlight();
  await sleep(200);
  host.leave();
  return costs;
}

/** Every script the page has fetched so far, as gzip would send it. */
function countScripts(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (!new URL(response.url()).pathname.endsWith(".js")) return;
    sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

interface Delays {
  seen: number[];
  unseen: number;
}

/** Of the moves that begin or end where the page shows the list, as long as nothing scrolls. */
function delays(sent: readonly SentMove[], { shown, views }: PageLog): Delays {
  const seen: number[] = [];
  const visible = sent.filter(({ from, to, at }) => {
    const view = views.filter((one) => one.at <= at + STILL_MS).at(-1);
    if (!view || view.at > at) return false;
    return [from, to].some((place) => place >= view.first + EDGE_ROWS && place <= view.last - EDGE_ROWS);
  });
  for (const move of visible) {
    const first = shown.find(({ applicantId, at }) => applicantId === move.applicantId && at >= move.at);
    if (first && first.at - move.at <= LATEST_MS) seen.push(first.at - move.at);
  }
  return { seen, unseen: visible.length - seen.length };
}

function figuresOf(
  page: PageLog,
  scriptKb: number,
  { seen, unseen }: Delays,
  following: readonly number[],
): PageFigures {
  const worst = page.interactions.reduce((slowest, next) => (next.duration > slowest.duration ? next : slowest), {
    name: "none over 16 ms",
    duration: 0,
  });
  const remote = summarise(seen);
  return {
    lcpMs: page.lcp,
    cls: page.cls,
    scriptKb,
    worstInteractionMs: worst.duration,
    worstInteraction: `${worst.name} ${worst.duration} ms`,
    slowFramesPercent: (100 * page.frames.filter((ms) => ms > SLOW_FRAME_MS).length) / Math.max(1, page.frames.length),
    frames: page.frames.length,
    remoteP50Ms: remote.p50,
    remoteP95Ms: remote.p95,
    remoteMoves: seen.length + unseen,
    remoteUnseen: unseen,
    followingMs: summarise(following).p95,
  };
}
