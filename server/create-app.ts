// The web server, put together from parts it is handed: no environment, no clock and no port of its own. Sockets attach
// to `httpServer`.
import { randomBytes } from "node:crypto";
import { createServer, type Server as HttpServer } from "node:http";
import type { AppLoadContext } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from "express";
import type { Kysely } from "kysely";
import onHeaders from "on-headers";
import type { Database } from "../db/schema";
import type { AuditTrail } from "./audit-trail";
import { accountFor } from "./auth/account";
import { arrivalFor } from "./auth/arrival";
import { browserOf } from "./auth/browser-name";
import { createCookie, isLoopback } from "./auth/cookie";
import { createDemoSignIn } from "./auth/demo";
import { createLinkDelivery } from "./auth/link-delivery";
import { proofFor } from "./auth/proof";
import { createSessions, type Sessions } from "./auth/session";
import { reachOf } from "./auth/session-reach";
import { createSetupLinks, type SetupLinks } from "./auth/setup-link";
import { signInFor } from "./auth/sign-in";
import { createSignInAudit } from "./auth/sign-in-audit";
import { createSignInLinks } from "./auth/sign-in-link";
import { createSso } from "./auth/sso";
import { Tries } from "./auth/tries";
import { limitBodies, limitUploads } from "./body-limit";
import { addressOf, isFromHere } from "./client-address";
import type { Clock } from "./clock";
import type { Config } from "./config";
import { contentPolicy, permissionsPolicy } from "./content-policy";
import { contextRefused, contextWhileAway, type PageFrame, saidWhileAway } from "./context/while-away";
import type { Dispatcher } from "./dispatch";
import { failureOf, unavailable } from "./failure";
import { healthRoutes } from "./health";
import { Door } from "./joining/door";
import { joiningFor } from "./joining/guest";
import { doorServiceAt, joinCodeOf } from "./joining/host";
import { originOf } from "./listen";
import type { LiveMeetings } from "./live-meetings";
import type { AuditPages, MeetingService, RetentionService } from "./load-context";
import type { Logger } from "./log";
import { limitReplays } from "./looking-back/limit-replays";
import { createLookingBackService } from "./looking-back/looking-back-service";
import { createMail } from "./mail";
import type { Metrics } from "./metrics";
import { metricsRoute } from "./metrics-route";
import { createPresenterService } from "./presenter/presenter-service";
import type { Follower } from "./programs/follow";
import { createInvitations } from "./programs/invitations";
import { createProgramService } from "./programs/program-service";
import { createRosterService } from "./programs/roster-service";
import type { RateLimits } from "./rate-limits";
import { faultLogger, logRequests, requestIdOf } from "./request-log";
import { refusalFor, refuseHostless, refuseOtherSites, settleHost } from "./same-origin";
import { createSeasonServices } from "./seasons/season-services";
import type { LoadWeb } from "./web";
import { createWriteWatch, type WriteWatch } from "./write-watch";

export interface AppParts {
  db: Kysely<Database>;
  clock: Clock;
  log: Logger;
  config: Config;
  metrics: Metrics;
  meetings: MeetingService;
  /** Brings a program's meetings in line with it. */
  follower: Follower;
  /** For what is decided in a log by way of a page. */
  live: LiveMeetings;
  dispatch: Dispatcher["dispatch"];
  trail: AuditTrail;
  audit: AuditPages;
  retention: RetentionService;
  limits: RateLimits;
  loadWeb: LoadWeb;
  /** A session was ended here: by signing out, or in again, or from another device. */
  onSessionEnded?: (sessionId: string) => void;
}

export interface App {
  httpServer: HttpServer;
  sessions: Sessions;
  door: Door;
  /** To be told by the pipeline how writing fares. */
  writes: WriteWatch;
  /** From now on /readyz says no, and answers end their connections. */
  beginDrain(): void;
  /** Resolves when the work that answers did not wait for (mail) is done. */
  settled(): Promise<void>;
  /** Tries the mail server; what is wrong with it goes into the log and to /readyz. */
  checkMail(): Promise<void>;
  /** For the first administrator. */
  setupLinks: SetupLinks;
}

export async function createApp(parts: AppParts): Promise<App> {
  const { db, clock, log, config, metrics, meetings, limits, follower, trail, audit, retention } = parts;
  const { publicUrl } = config;
  const isSecure = publicUrl?.startsWith("https:") ?? false;
  const isPublic = publicUrl !== undefined && !isLoopback(new URL(publicUrl).host);
  let isDraining = false;

  const app = express();
  const httpServer = createServer(connectionLimits, app);
  const origin = () => publicUrl ?? originOf(httpServer);
  const cookie = createCookie("rank-room", { publicUrl });
  const sessions = createSessions({ db, clock, cookie, onEnded: parts.onSessionEnded });
  const deviceCookie = createCookie("rank-room-join", { publicUrl });
  const flowCookie = createCookie("rank-room-sso", { publicUrl });
  const door = new Door(db, clock);
  const browserCookie = createCookie("rank-room-browser", { publicUrl });
  const leftCookie = createCookie("rank-room-left", { publicUrl });
  const mail = createMail(config.mail, log);
  const sendMail = mail.send;
  const links = createSignInLinks({ db, clock, log, send: createLinkDelivery(sendMail), origin });
  const sso = config.sso && createSso({ config: config.sso, db, clock, log, cookie: flowCookie, origin });
  const account = { db, clock, sessions, sso, limits };
  const signIn = { ...account, links, mail, browserCookie, leftCookie };
  const tries = new Tries(clock);
  const invitations = createInvitations({ db, clock, log, sendMail, origin });
  const setupLinks = createSetupLinks({ db, clock });
  const programs = createProgramService({ db, clock, follower, ssoName: sso?.name ?? null });
  const { live, dispatch } = parts;
  const presenter = createPresenterService({
    ...{ db, clock, live },
    joinOf: (meetingId) => joinCodeOf(door, origin(), meetingId),
  });
  const lookingBack = createLookingBackService({ db, live, trail });
  const isMailed = mail.isSet;
  const seasonParts = { db, clock, log, follower, live, meetings, dispatch, trail, sendMail, isMailed, origin };
  const seasons = createSeasonServices(seasonParts);
  const roster = createRosterService({ db, clock, follower, invite: invitations.invite, isMailed });
  const web = await parts.loadWeb(httpServer);

  /** What pages are handed of the server, for who asks. */
  async function contextOf(request: Request, frame: PageFrame): Promise<AppLoadContext> {
    const { headers } = request;
    const network = addressOf(request.ip);
    const asked = publicUrl ?? `${request.protocol}://${request.get("host")}`;
    const session = await sessions.read(headers);
    const reach = reachOf(session, request.path, { meetings, door: doorServiceAt(door, asked) });
    const { person } = reach;
    const signInAudit = createSignInAudit({ trail, tries, log, network });
    const asker = { headers, network, audit: signInAudit };
    const isDemo = config.isDemo && (config.isOpenToAll || isFromHere(request));
    const demo = createDemoSignIn({ db, isDemo });
    return {
      ...frame,
      signIn: signInFor({ ...signIn, isDemo, demo }, asker),
      // One's own way in is for whoever has come by it (JOIN-4).
      account: session && session.limitedTo === null ? accountFor(account, session, asker) : null,
      proof: session && session.limitedTo === null ? proofFor({ ...signIn, isDemo }, session, asker) : null,
      joining: joiningFor({ door, sessions, deviceCookie, audit: signInAudit }, { headers, address: network }),
      programs,
      roster,
      arrival: arrivalFor(
        { db, sessions, invitations, setupLinks, sso, audit: signInAudit },
        { person, headers, browser: browserOf(browserCookie, headers) },
      ),
      audit,
      retention,
      ...seasons,
      presenter,
      lookingBack,
      ...reach,
    };
  }

  app.disable("x-powered-by");
  app.set("trust proxy", config.trustProxy);
  app.use(logRequests(log, metrics));
  app.use(settleHost(publicUrl));
  app.use(giveNonce);
  app.use(contentPolicy({ isProduction: config.isProduction, isSecure, ssoIssuer: config.sso?.issuer, nonceOf }));
  app.use(permissionsPolicy);
  app.use((_request, response, next) => {
    if (isDraining) response.setHeader("Connection", "close");
    next();
  });
  const writes = createWriteWatch(db);
  app.use(healthRoutes({ writes, mail, isDraining: () => isDraining }));
  app.use(metricsRoute({ metrics, token: config.metricsToken, isBehindProxy: config.trustProxy > 0 || isPublic }));
  app.use(refuseHostless);
  app.use(limitBodies());
  app.use(refuseOtherSites(publicUrl, (why) => log.warn({ why }, "a form from another site was refused")));
  // Said after it is packed: whoever packs pages takes the word for himself. Hospital proxies rewrite pages otherwise, and what
  // React then finds is not what it sent.
  app.use(forbidRewriting);
  app.use(compression());
  app.use(web.assets);
  app.use(limitUploads());
  app.use(limitReplays((headers) => cookie.read(headers)));
  // Pages hold what their reader may see: no cache, shared or their own, keeps it after they sign out.
  app.use((_request, response, next) => {
    response.setHeader("Cache-Control", "no-store");
    next();
  });
  app.use(
    web.pages(async (request, response) => {
      const frame = {
        cspNonce: nonceOf(response),
        isProduction: config.isProduction,
        isOpenToAll: config.isOpenToAll,
        logFault: faultLogger(log, request),
      };
      const refusal = refusalFor(response);
      if (refusal !== undefined) return contextRefused(frame, refusal);
      return contextOf(request, frame).then(saidWhileAway, (error) => {
        if (failureOf(error).retry) return contextWhileAway(frame);
        throw error;
      });
    }),
  );
  app.use(reportFault(log));

  return {
    httpServer,
    sessions,
    door,
    writes,
    beginDrain: () => {
      isDraining = true;
    },
    settled: () => links.settled(),
    checkMail: async () => void (await mail.check()),
    setupLinks,
  };
}

/** Room for the cookies and tickets that a hospital's sign-in hangs on every request. */
const connectionLimits = {
  maxHeaderSize: 32 * 1024,
  // Longer than the usual balancers keep theirs (60 to 600 seconds): a connection that we close first fails whoever is just asking.
  keepAliveTimeout: 620_000,
};

/** After everything else has had its say about the headers. */
const forbidRewriting: RequestHandler = (_request, response, next) => {
  onHeaders(response, () => {
    const said = String(response.getHeader("Cache-Control") ?? "");
    if (said.includes("no-store")) response.setHeader("Cache-Control", `${said}, no-transform`);
  });
  next();
};

const nonceOf = (response: unknown): string => String((response as Response).locals.cspNonce);

const giveNonce: RequestHandler = (_request, response, next) => {
  response.locals.cspNonce = randomBytes(16).toString("base64");
  next();
};

/** What no page could answer. The log has the fault, the person gets its id. */
function reportFault(log: Logger): ErrorRequestHandler {
  return (error, _request, response, next) => {
    const requestId = requestIdOf(response);
    const isAway = failureOf(error).retry;
    const isRefused = Number.isInteger(error?.status) && error.status >= 400 && error.status < 500;
    const status = isRefused ? error.status : isAway ? 503 : 500;
    if (status === 500) log.error({ requestId, err: error }, "fault while answering a request");
    if (response.headersSent) return next(error);
    const words =
      status === 404
        ? "There is nothing at this address."
        : isAway
          ? unavailable.message
          : `Something went wrong on our side (reference ${requestId}). Nothing was lost; please try again.`;
    response.status(status).type("text").send(`${words}\n`);
  };
}
