// The whole web server with the pages people get, in this process, on a database and a clock that the test holds; and a
// browser's manners in a few lines: cookies kept, redirects told and not followed.
import { afterAll } from "vitest";
import type { OpenDatabase } from "../../db/client";
import { createAuditPages } from "../../server/audit-pages";
import { createAuditTrail } from "../../server/audit-trail";
import { readConfig } from "../../server/config";
import { type App, type AppParts, createApp } from "../../server/create-app";
import { unavailable } from "../../server/failure";
import { listen, stopListening } from "../../server/listen";
import { LiveMeetings } from "../../server/live-meetings";
import { createLog } from "../../server/log";
import { createMeetingService } from "../../server/meeting-service";
import { createMetrics } from "../../server/metrics";
import { createRateLimits } from "../../server/rate-limits";
import { builtWeb } from "../../server/web";
import { aClock, type TestClock } from "./test-clock";

const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

export interface WebServer {
  origin: string;
  app: App;
  clock: TestClock;
  /** A browser of its own, with no cookies yet. */
  browser(): TestBrowser;
  /** Sign-in links go to the log where no mail server is set: told here. */
  onLink(listener: (url: string) => void): void;
  /** It is closed after the file anyway. */
  close(): Promise<void>;
}

export interface TestBrowser {
  /** As it would be sent; empty: none. */
  readonly cookie: string;
  /** Takes a cookie over: `name=value`. */
  keep(cookie: string): void;
  get(path: string): Promise<Response>;
  post(path: string, fields: Record<string, string>): Promise<Response>;
}

export async function aWebServer(
  { db }: Pick<OpenDatabase, "db">,
  env: Record<string, string> = {},
  { clock = aClock(), port = 0 } = {},
): Promise<WebServer> {
  const log = createLog(process.env.TEST_LOG ?? "silent");
  let toldOfLink = (_url: string) => {};
  const info = log.info.bind(log) as (...args: unknown[]) => void;
  log.info = (...args: unknown[]) => {
    const [fields] = args as [{ url?: string } | string];
    if (typeof fields === "object" && fields.url) toldOfLink(fields.url);
    info(...args);
  };
  const config = readConfig({ NODE_ENV: "production", DEMO_MODE: "0", ...env });
  const live = new LiveMeetings();
  const trail = createAuditTrail({ db, clock: clock.now, log });
  const app = await createApp({
    db,
    clock: clock.now,
    log,
    config,
    metrics: createMetrics(),
    meetings: createMeetingService({ db, live, trail }),
    // No page of these tests changes a program.
    follower: {} as AppParts["follower"],
    live,
    dispatch: () => Promise.resolve(unavailable),
    trail,
    audit: createAuditPages({ db, trail }),
    retention: {} as AppParts["retention"],
    limits: createRateLimits({ log }),
    loadWeb: builtWeb(process.cwd()),
  });
  const origin = await listen(app.httpServer, { host: "127.0.0.1", port });
  const close = () => {
    // Answers that a test did not read to their end are kept open by it.
    app.httpServer.closeAllConnections();
    return stopListening(app.httpServer);
  };
  closing.push(close);
  const onLink = (listener: (url: string) => void) => {
    toldOfLink = listener;
  };
  return { origin, app, clock, browser: () => aBrowser(origin), onLink, close };
}

export function aBrowser(origin: string): TestBrowser {
  const jar = new Map<string, string>();
  const keep = (pair: string) => {
    const at = pair.indexOf("=");
    jar.set(pair.slice(0, at), pair.slice(at + 1));
  };
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { ...init.headers, ...(jar.size > 0 && { Cookie: browser.cookie }) };
    const answer = await fetch(new URL(path, origin), { ...init, headers, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      if (/Max-Age=0(;|$)/.test(line)) jar.delete(pair.split("=")[0] ?? "");
      else keep(pair);
    }
    return answer;
  };
  const browser: TestBrowser = {
    get cookie() {
      return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    },
    keep,
    get: (path) => ask(path),
    post: (path, fields) =>
      ask(path, { method: "POST", body: new URLSearchParams(fields), headers: { Origin: origin } }),
  };
  return browser;
}
