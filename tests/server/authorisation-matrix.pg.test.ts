// The authorisation matrix, tried: every route and socket event, by every role, an administrator and nobody, of their own
// program, of another, and recused. Real server, real pages, real sockets. What is refused changes nothing, and tells nothing.
import { randomUUID } from "node:crypto";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MeetingSocket, openSocket } from "../../app/meeting-store/connect";
import { roles } from "../../domain/member";
import { builtWeb } from "../../server/web";
import { aDatabase, type TestDatabase } from "../support/database";
import { until } from "../support/server";
import { type TwoPrograms, twoPrograms } from "../support/two-programs";
import {
  type Asker,
  answersOf,
  askers,
  personOf,
  type Relation,
  relations,
  subjectOf,
} from "./authorisation-matrix/asker";
import type { RouteRow } from "./authorisation-matrix/route-row";
import { answerByPasscode, nobodysAnswer, routeRows } from "./authorisation-matrix/routes";
import { commandRows, messageRows } from "./authorisation-matrix/socket-events";

// React as people get it, which does not remark on how it is rendered.
process.env.NODE_ENV = "production";
const { routes: built } = (await import(pathToFileURL(path.resolve("build/server/index.js")).href)) as ServerBuild;
/** The routes of app/routes.ts as they were built, by path. */
const routes = Object.values(built).flatMap((route) => (route?.parentId === "root" ? [route] : []));

let database: TestDatabase;
let world: TwoPrograms;
let requests = 0;

beforeAll(async () => {
  database = await aDatabase();
  world = await twoPrograms(database, builtWeb(process.cwd()));
});

/** Words of the first program that nobody may be told who is not of it; of these, those of the withheld applicant. */
const secrets = ["SecretA", "11000000", "Meeting A", "@a.example.org", "1000140C0"];
const withheld = ["SecretA1", "11000001"];
const wordsIn = (text: string, words: readonly string[]) => words.filter((word) => text.includes(word));

/** Tables that a refused request may change: when its session was last used, and that it was refused. */
const unobserved = new Set(["sessions", "audit_chains", "audit_entries"]);

/** What the whole database holds. */
async function fingerprint(): Promise<Record<string, string | null>> {
  const { rows: tables } = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`.execute(database.db);
  const held: Record<string, string | null> = {};
  for (const { name } of tables.filter((table) => !unobserved.has(table.name))) {
    const { rows } = await sql<{ digest: string | null }>`
      SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS digest FROM ${sql.table(name)} t`.execute(database.db);
    held[name] = rows[0]?.digest ?? null;
  }
  return held;
}

async function cookieOf(asker: Asker, relation: Relation): Promise<string | undefined> {
  const person = personOf(world, asker, relation);
  return person && world.server.cookieOf(person.email);
}

/** Of a session that a host's admission gave, in the name of one of `relation`'s faculty (JOIN-4). */
async function cookieByPasscode(relation: "own" | "other"): Promise<string> {
  const { sessions, origin } = world.server;
  const { people, meetingId } = relation === "own" ? world.a : world.b;
  const { setCookie } = await sessions.beginLimited(people.faculty.id, meetingId, { host: new URL(origin).host });
  return setCookie.split(";")[0] ?? "";
}

interface Request {
  asker: Asker | "byPasscode";
  relation: Relation;
  expected: string;
  cookie: string | undefined;
  path: string;
  body: FormData | undefined;
}

async function prepare(
  row: RouteRow,
  { asker, relation, expected, cookie }: Omit<Request, "path" | "body">,
): Promise<Request> {
  requests += 1;
  const ask = { world, db: database.db, subject: subjectOf(world, relation), n: requests };
  let body: FormData | undefined;
  if (row.method === "POST") {
    body = new FormData();
    for (const [name, value] of Object.entries((await row.form?.(ask)) ?? {})) body.set(name, value);
  }
  return { asker, relation, expected, cookie, path: row.path(ask), body };
}

async function send({ method }: RouteRow, { cookie, path, body }: Request): Promise<{ answer: string; text: string }> {
  const response = await fetch(`${world.server.origin}${path}`, {
    method,
    redirect: "manual",
    headers: cookie ? { cookie } : {},
    ...(body && { body }),
  });
  const isToSignIn = response.status === 302 && response.headers.get("location")?.startsWith("/sign-in");
  return { answer: isToSignIn ? "in" : String(response.status), text: await response.text() };
}

const isRefusal = (answer: string): boolean => answer === "in" || Number(answer) >= 400;

describe("every route and method has a row", () => {
  it.each(routes.map((route) => [route.path ?? "", route.module] as const))("/%s", (route, module) => {
    // A component alone is a page to get.
    const methods: RouteRow["method"][] = [
      ...(module.loader || "default" in module ? (["GET"] as const) : []),
      ...(module.action ? (["POST"] as const) : []),
    ];
    for (const method of methods) {
      const rows = routeRows.filter((row) => row.route === route && row.method === method);
      expect(
        rows.length,
        `${method} /${route} has no row in tests/server/authorisation-matrix/routes.ts`,
      ).toBeGreaterThan(0);
    }
  });

  it("and every row a route", () => {
    const paths = new Set(routes.map((route) => route.path ?? ""));
    expect(routeRows.filter(({ route }) => !paths.has(route))).toEqual([]);
  });

  it("every address of a program or a meeting says what people of another are told", () => {
    const bounded = routeRows.filter(({ route }) => /:(programId|id)\b/.test(route));
    expect(bounded.filter(({ other }) => other === undefined)).toEqual([]);
  });
});

describe("[PROGRAM-1] [ROLE-2] [JOIN-4] pages", () => {
  const title = ({ method, route, about }: RouteRow) => `${method} /${route}${about ? `, ${about}` : ""}`;

  it.each(routeRows.map((row) => [title(row), row] as const))("%s", async (_title, row) => {
    const prepared: Request[] = [];
    for (const relation of relations) {
      const line = row[relation];
      if (line === undefined) continue;
      for (const [asker, expected] of answersOf(line, relation)) {
        prepared.push(await prepare(row, { asker, relation, expected, cookie: await cookieOf(asker, relation) }));
      }
    }
    const asker = "byPasscode";
    for (const [relation, expected] of [
      ["own", answerByPasscode(row)],
      ["other", row.other && nobodysAnswer(row)],
    ] as const) {
      if (expected === undefined) continue;
      prepared.push(await prepare(row, { asker, relation, expected, cookie: await cookieByPasscode(relation) }));
    }
    // The refused ones first: after all of them the database is as it was.
    const refused = prepared.filter(({ expected }) => isRefusal(expected));
    const before = await fingerprint();
    for (const request of refused) await expectAnswer(row, request);
    expect(await fingerprint()).toEqual(before);
    for (const request of prepared) if (!refused.includes(request)) await expectAnswer(row, request);
  });

  async function expectAnswer(row: RouteRow, request: Request): Promise<void> {
    const { answer, text } = await send(row, request);
    const who = `${request.asker} (${request.relation})`;
    expect(`${who}: ${answer}`).toBe(`${who}: ${request.expected}`);
    if (request.relation === "other") expect(wordsIn(text, secrets), who).toEqual([]);
    if (request.relation === "recused") expect(wordsIn(text, withheld), who).toEqual([]);
    if (request.asker === "administrator") expect(wordsIn(text, ["SecretA"]), who).toEqual([]);
  }
});

describe("[PROGRAM-1] [ROLE-1] [JOIN-4] sockets", () => {
  const sockets = new Map<string, MeetingSocket>();
  const heard = new Map<string, string[]>();
  const socketOf = (asker: Asker | "byPasscode", relation: Relation) =>
    sockets.get(`${asker} ${relation}`) as MeetingSocket;
  const meetingId = () => world.a.meetingId;

  beforeAll(async () => {
    for (const relation of relations) {
      for (const asker of relation === "own" ? askers : roles) {
        const cookie = await cookieOf(asker, relation);
        if (cookie) await connect(`${asker} ${relation}`, cookie);
      }
    }
    for (const relation of ["own", "other"] as const) {
      await connect(`byPasscode ${relation}`, await cookieByPasscode(relation));
    }
  });

  async function connect(key: string, cookie: string): Promise<void> {
    const socket = openSocket(world.server.origin, { cookie });
    sockets.set(key, socket);
    heard.set(key, []);
    socket.onAny((...packet) => heard.get(key)?.push(JSON.stringify(packet)));
    socket.connect();
    await until(() => socket.connected, `${key} is connected`);
  }

  afterAll(() => {
    for (const socket of sockets.values()) socket.disconnect();
  });

  const letter = (answer: { ok: true } | { ok: false; code: string }): string => {
    if (answer.ok) return "+";
    if (answer.code === "notAllowed") return "-";
    if (answer.code === "meetingUnknown") return "x";
    return answer.code === "applicantUnknown" ? "?" : "+";
  };

  it("nobody gets past the handshake", async () => {
    const socket = openSocket(world.server.origin, {});
    const refusal = await new Promise<string>((resolve) => {
      socket.on("connect_error", (error) => resolve((error as Error & { data?: { code?: string } }).data?.code ?? ""));
      socket.connect();
    });
    expect(refusal).toBe("notSignedIn");
  });

  it("join", async () => {
    const row = messageRows.join;
    if (typeof row === "string") throw new Error("join is answered");
    const joined: string[] = [];
    for (const asker of askers.filter((who) => who !== "nobody")) {
      joined.push(letter(await socketOf(asker, "own").emitWithAck("join", { meetingId: meetingId() })));
    }
    expect(joined.join(" ")).toBe(row.own);
    expect(letter(await socketOf("byPasscode", "own").emitWithAck("join", { meetingId: meetingId() }))).toBe("+");
    for (const role of [...roles, "byPasscode"] as const) {
      const strange = await socketOf(role, "other").emitWithAck("join", { meetingId: meetingId(), since: 0 });
      expect(letter(strange)).toBe("x");
      expect(wordsIn(JSON.stringify(strange), secrets)).toEqual([]);
      if (role === "byPasscode") continue;
      const recused = await socketOf(role, "recused").emitWithAck("join", { meetingId: meetingId() });
      expect(letter(recused)).toBe("+");
      expect(wordsIn(JSON.stringify(recused), withheld)).toEqual([]);
    }
  });

  it("hold and leave of somebody who is not in the meeting are heard by nobody", async () => {
    const [applicantId = null] = world.a.applicantIds;
    for (const key of heard.keys()) heard.set(key, []);
    for (const role of [...roles, "byPasscode"] as const) {
      socketOf(role, "other").emit("hold", { meetingId: meetingId(), applicantId });
      socketOf(role, "other").emit("leave", { meetingId: meetingId() });
    }
    // One of the meeting's own holds afterwards: when that is told, what came before would have been told too.
    socketOf("chief", "own").emit("hold", { meetingId: meetingId(), applicantId });
    await until(
      () => heard.get("pd own")?.some((packet) => packet.includes(`"holding":"${applicantId}"`)) ?? false,
      "told",
    );
    const strangers = roles.map((role) => world.b.people[role].id);
    expect(wordsIn(heard.get("pd own")?.join() ?? "", strangers)).toEqual([]);
  });

  describe.each(Object.entries(commandRows))("command %s", (type, row) => {
    const ask = (asker: Asker | "byPasscode", relation: Relation, applicantId: string) => {
      const memberId = personOf(world, asker === "byPasscode" ? "faculty" : asker, relation)?.id ?? "";
      const command = row.command({ applicantId, memberId });
      return socketOf(asker, relation).emitWithAck("command", { ...command, id: randomUUID(), meetingId: meetingId() });
    };

    it("is refused to people of another program, and changes nothing", async () => {
      const before = await fingerprint();
      for (const role of [...roles, "byPasscode"] as const) {
        const answer = await ask(role, "other", world.a.applicantIds[0] as string);
        expect(`${role} ${letter(answer)}`).toBe(`${role} x`);
        expect(wordsIn(JSON.stringify(answer), secrets)).toEqual([]);
      }
      expect(await fingerprint()).toEqual(before);
    });

    if (row.recused !== undefined) {
      it("is answered to the recused as to a stranger of the applicant", async () => {
        const answers: string[] = [];
        for (const role of roles) answers.push(letter(await ask(role, "recused", world.a.applicantIds[1] as string)));
        expect(answers.join(" ")).toBe(row.recused);
      });
    }

    it("is for these roles", async () => {
      const answers: string[] = [];
      for (const asker of askers.filter((who) => who !== "nobody")) {
        const answer = await ask(asker, "own", world.a.applicantIds[type === "withdrawApplicant" ? 4 : 3] as string);
        // Two answers of the list itself, to what they may ask: about nobody, and about a recusal that is not there.
        answers.push(type === "declareRecusal" && letter(answer) === "?" ? "+" : letter(answer));
      }
      expect(answers.join(" ")).toBe(row.own);
      const about = world.a.applicantIds[type === "withdrawApplicant" ? 4 : 3] as string;
      const byPasscode = letter(await ask("byPasscode", "own", about));
      expect(type === "declareRecusal" && byPasscode === "?" ? "+" : byPasscode).toBe(
        answers[askers.indexOf("faculty")],
      );
    });
  });

  it("what happened meanwhile came to nobody of another program, and without the withheld to the recused", () => {
    for (const role of roles) {
      expect(heard.get(`${role} other`)?.filter((packet) => packet.includes('"events"'))).toEqual([]);
      expect(wordsIn(heard.get(`${role} recused`)?.join() ?? "", withheld)).toEqual([]);
    }
    expect(heard.get("byPasscode other")?.filter((packet) => packet.includes('"events"'))).toEqual([]);
    expect(heard.get("administrator own")?.filter((packet) => packet.includes('"events"'))).toEqual([]);
  });
});
