// The web server, put together from parts it is handed: no environment, no clock and no port of its own. Sockets attach
// to `httpServer`.
import { randomBytes } from "node:crypto";
import { createServer, type Server as HttpServer } from "node:http";
import compression from "compression";
import express, { type ErrorRequestHandler, type RequestHandler, type Response } from "express";
import type { Kysely } from "kysely";
import type { Database } from "../db/schema";
import type { AuditTrail } from "./audit-trail";
import { accountFor } from "./auth/account";
import { arrivalFor } from "./auth/arrival";
import { createCookie } from "./auth/cookie";
import { createDemoSignIn } from "./auth/demo";
import { createLinkDelivery } from "./auth/link-delivery";
import { createSessions, type Sessions } from "./auth/session";
import { reachOf } from "./auth/session-reach";
import { createSetupLinks, type SetupLinks } from "./auth/setup-link";
import { signInFor } from "./auth/sign-in";
import { createSignInAudit } from "./auth/sign-in-audit";
import { createSignInLinks } from "./auth/sign-in-link";
import { createSso } from "./auth/sso";
import { Tries } from "./auth/tries";
import { limitBodies } from "./body-limit";
import type { Clock } from "./clock";
import type { Config } from "./config";
import { contentPolicy, permissionsPolicy } from "./content-policy";
import type { Dispatcher } from "./dispatch";
import { healthRoutes } from "./health";
import { Door } from "./joining/door";
import { joiningFor } from "./joining/guest";
import { doorServiceAt, joinCodeOf } from "./joining/host";
import { originOf } from "./listen";
import type { LiveMeetings } from "./live-meetings";
import type { AuditPages, MeetingService, RetentionService } from "./load-context";
import type { Logger } from "./log";
import { createLookingBackService } from "./looking-back/looking-back-service";
import { createMail } from "./mail";
import type { Metrics } from "./metrics";
import { createPresenterService } from "./presenter/presenter-service";
import type { Follower } from "./programs/follow";
import { createInvitations } from "./programs/invitations";
import { createProgramService } from "./programs/program-service";
import { createRosterService } from "./programs/roster-service";
import type { RateLimits } from "./rate-limits";
import { logRequests, requestIdOf } from "./request-log";
import { isFromOurPages } from "./same-origin";
import { createSeasonServices } from "./seasons/season-services";
import type { LoadWeb } from "./web";

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
  /** From now on /readyz says no, and answers end their connections. */
  beginDrain(): void;
  /** Resolves when the work that answers did not wait for (mail) is done. */
  settled(): Promise<void>;
  /** For the first administrator. */
  setupLinks: SetupLinks;
}

export async function createApp(parts: AppParts): Promise<App> {
  const { db, clock, log, config, metrics, meetings, limits, follower, trail, audit, retention } = parts;
  const { publicUrl } = config;
  const isSecure = publicUrl?.startsWith("https:") ?? false;
  let isDraining = false;

  const app = express();
  const httpServer = createServer(app);
  const origin = () => publicUrl ?? originOf(httpServer);
  const cookie = createCookie("rank-room", { publicUrl });
  const sessions = createSessions({ db, clock, cookie, onEnded: parts.onSessionEnded });
  const deviceCookie = createCookie("rank-room-join", { publicUrl });
  const flowCookie = createCookie("rank-room-sso", { publicUrl });
  const door = new Door(db, clock);
  const sendMail = createMail(config.mail, log);
  const links = createSignInLinks({ db, clock, log, send: createLinkDelivery(sendMail), origin });
  const demo = createDemoSignIn({ db, isDemo: config.isDemo });
  const sso = config.sso && createSso({ config: config.sso, db, clock, log, cookie: flowCookie, origin });
  const account = { db, clock, sessions, sso, limits };
  const signIn = { ...account, isDemo: config.isDemo, links, demo };
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
  const isMailed = config.mail !== undefined;
  const seasonParts = { db, clock, log, follower, live, meetings, dispatch, trail, sendMail, isMailed, origin };
  const seasons = createSeasonServices(seasonParts);
  const roster = createRosterService({ db, clock, follower, invite: invitations.invite, isMailed });
  const web = await parts.loadWeb(httpServer);

  app.disable("x-powered-by");
  app.set("trust proxy", config.trustProxy);
  app.use(logRequests(log, metrics));
  app.use(giveNonce);
  app.use(contentPolicy({ isProduction: config.isProduction, isSecure, ssoIssuer: config.sso?.issuer, nonceOf }));
  app.use(permissionsPolicy);
  app.use((_request, response, next) => {
    if (isDraining) response.setHeader("Connection", "close");
    next();
  });
  app.use(healthRoutes({ db, metrics, isDraining: () => isDraining }));
  app.use(limitBodies);
  app.use(refuseOtherSites(publicUrl));
  app.use(compression());
  app.use(web.assets);
  // Pages hold what their reader may see: no cache, shared or their own, keeps it after they sign out.
  app.use((_request, response, next) => {
    response.setHeader("Cache-Control", "no-store");
    next();
  });
  app.use(
    web.pages(async (request, response) => {
      const { headers } = request;
      const network = request.ip ?? "";
      const asked = publicUrl ?? `${request.protocol}://${request.get("host")}`;
      const session = await sessions.read(headers);
      const reach = reachOf(session, request.path, { meetings, door: doorServiceAt(door, asked) });
      const { person } = reach;
      const signInAudit = createSignInAudit({ trail, tries, log, network });
      const asker = { headers, network, audit: signInAudit };
      return {
        cspNonce: nonceOf(response),
        isProduction: config.isProduction,
        signIn: signInFor(signIn, asker),
        // One's own way in is for whoever has come by it (JOIN-4).
        account: session && session.limitedTo === null ? accountFor(account, session, asker) : null,
        joining: joiningFor({ door, sessions, deviceCookie, audit: signInAudit }, { headers, address: network }),
        programs,
        roster,
        arrival: arrivalFor({ db, sessions, invitations, setupLinks, sso, audit: signInAudit }, { person, headers }),
        audit,
        retention,
        ...seasons,
        presenter,
        lookingBack,
        ...reach,
      };
    }),
  );
  app.use(reportFault(log));

  return {
    httpServer,
    sessions,
    door,
    beginDrain: () => {
      isDraining = true;
    },
    settled: () => links.settled(),
    setupLinks,
  };
}

const nonceOf = (response: unknown): string => String((response as Response).locals.cspNonce);

const giveNonce: RequestHandler = (_request, response, next) => {
  response.locals.cspNonce = randomBytes(16).toString("base64");
  next();
};

const readOnlyMethods = new Set(["GET", "HEAD", "OPTIONS"]);

function refuseOtherSites(publicUrl: string | undefined): RequestHandler {
  return (request, response, next) => {
    if (readOnlyMethods.has(request.method) || isFromOurPages(request.headers, publicUrl)) return next();
    response
      .status(403)
      .type("text")
      .send("This request came from another site, so nothing was done. Open Rank Room itself and try again.\n");
  };
}

/** What no page could answer. The log has the fault, the person gets its id. */
function reportFault(log: Logger): ErrorRequestHandler {
  return (error, _request, response, next) => {
    const requestId = requestIdOf(response);
    const status = Number.isInteger(error?.status) && error.status >= 400 && error.status < 500 ? error.status : 500;
    if (status === 500) log.error({ requestId, err: error }, "fault while answering a request");
    if (response.headersSent) return next(error);
    const words =
      status === 404
        ? "There is nothing at this address."
        : `Something went wrong on our side (reference ${requestId}). Nothing was lost; please try again.`;
    response.status(status).type("text").send(`${words}\n`);
  };
}
