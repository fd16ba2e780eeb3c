// Thousands of request bodies of nonsense at every address that takes one, by somebody who is signed in and by nobody.
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { aDatabase, type TestDatabase } from "../support/database";
import { signInAt, startServerProcess } from "../support/server-process";

/** More by hand: FUZZ_BODIES=10000. They are told apart by the seed alone, so the first are the same. */
const BODIES = Number(process.env.FUZZ_BODIES ?? 3000);
const AT_ONCE = 24;
const SEED = 5;

interface Attempt {
  method: string;
  path: string;
  type: string | undefined;
  body: string;
  isSignedIn: boolean;
}

/** The addresses with an action, as the build that people get has them. */
async function paths(): Promise<string[]> {
  const file = path.join(process.cwd(), "build", "server", "index.js");
  const { routes } = (await import(pathToFileURL(file).href)) as ServerBuild;
  return Object.values(routes).flatMap((route) =>
    route?.module.action ? [`/${route.path ?? ""}`.replace("*", "no/such/page")] : [],
  );
}

const strange = ["\0", "\ud800", "%00", "..%2f", "%", "&&==", "<script>", "' or 1=1 --", "{}", "\r\n\r\n", "-1", "NaN"];
const wellFormed = (part: string): string => part.replace(/\p{Surrogate}/gu, "\uFFFD");
/** Drawn once and used again: drawing is most of the work otherwise. */
const pool = <T>(of: fc.Arbitrary<T>) => fc.constantFrom(...fc.sample(of, { numRuns: 500, seed: SEED }));
const text = pool(
  fc.oneof(fc.string(), fc.string({ unit: "binary", maxLength: 200 }), fc.constantFrom(...strange), fc.uuid()),
);
const name = fc.oneof(
  fc.constantFrom("email", "password", "do", "old", "next", "device", "others", "to", "endOthers", "__proto__", "id"),
  text,
);
/** What a form would need to do something, nearly. */
const value = fc.oneof(
  text,
  fc.constantFrom(
    "setPassword",
    "connectSso",
    "removePasswor",
    "a@b",
    "nobody@example.org",
    "/account",
    "//evil.example",
  ),
  fc.integer({ min: 1, max: 20 }).map((thousands) => "long ".repeat(200 * thousands)),
);
const fields = fc.array(fc.tuple(name, value), { maxLength: 6 });
const asForm = fields.map((pairs) => new URLSearchParams(pairs).toString());
const asParts = fields.map(
  (pairs) =>
    `${pairs.map(([key, of]) => `--x\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${of}\r\n`).join("")}--x--`,
);
const form = "application/x-www-form-urlencoded";
const body = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant(form), body: asForm }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("multipart/form-data; boundary=x"), body: asParts }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom(
        form,
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "application/json",
        "text/plain",
        "nonsense",
        undefined,
      ),
      body: fc.oneof(text, pool(fc.json())),
    }),
  },
);
const data = [".data", ".data?to=//evil.example", ".data?_routes=root", ".data?index", ".data"];
const attempt = (all: string[]): fc.Arbitrary<Attempt> =>
  fc
    .record({
      method: fc.constantFrom("POST", "POST", "POST", "PUT", "PATCH", "DELETE"),
      path: fc.constantFrom(...all),
      param: fc.oneof(
        fc.uuid(),
        text.map((part) => encodeURIComponent(wellFormed(part)) || "x"),
      ),
      // As a page's own script asks, mostly: that is answered with data, which is done sooner than a page.
      suffix: fc.constantFrom("", "?index", "?to=//evil.example", ...data, ...data),
      sent: body,
      isSignedIn: fc.boolean(),
    })
    .map(({ path: of, param, suffix, sent, ...rest }) => ({
      ...rest,
      ...sent,
      path: of.replace(/:\w+/g, param) + suffix,
    }));
/** Everything that is kept, but for what signing in and out is made of, and the record of who tried. */
async function contents({ db }: TestDatabase): Promise<string[]> {
  const tables = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name not in ('sessions', 'sso_flows', 'sign_in_asks', 'audit_chains', 'audit_entries') order by 1`.execute(
    db,
  );
  return Promise.all(
    tables.rows.map(async ({ name: table }) => {
      const hash = sql<{ hash: string }>`select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as hash
        from ${sql.table(table)} as t`;
      return `${table} ${(await hash.execute(db)).rows[0]?.hash}`;
    }),
  );
}

test(
  `[WEB-3] ${BODIES} fuzzed bodies at every address: no fault, nothing changed`,
  async () => {
    const attempts = fc.sample(attempt(await paths()), { numRuns: BODIES, seed: SEED });
    const database = await aDatabase();
    // Each asks from a network address of its own, so that the limits on trying are not all that is tried.
    const env = { DATABASE_URL: database.url, DEMO_MODE: "1", TRUST_PROXY: "1" };
    const server = await startServerProcess({ dataDir: "unused", env });
    // Whoever signs in for the first time has joined from then on.
    await signInAt(server.origin, "pd@example.org");
    const before = await contents(database);

    const statuses = new Map<number, number>();
    const faults: unknown[] = [];
    let next = 0;
    let cookie = "";
    async function work(): Promise<void> {
      for (let n = next++; n < attempts.length; n = next++) {
        const tried = attempts[n] as Attempt;
        // Some of what is sent signs out.
        if (n % 50 === 0) cookie = await signInAt(server.origin, "pd@example.org");
        const answer = await fetch(server.origin + tried.path, {
          method: tried.method,
          body: Buffer.from(tried.body),
          redirect: "manual",
          headers: {
            Origin: server.origin,
            "X-Forwarded-For": `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`,
            ...(tried.type !== undefined && { "Content-Type": tried.type }),
            ...(tried.isSignedIn && { Cookie: cookie }),
          },
        });
        await answer.arrayBuffer();
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.status >= 500) faults.push({ status: answer.status, ...tried, body: tried.body.slice(0, 200) });
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work));

    expect(faults.slice(0, 3), `seed ${SEED}`).toEqual([]);
    expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(BODIES);
    expect(await contents(database)).toEqual(before);
    expect((await fetch(`${server.origin}/sign-in`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
  },
  BODIES * 40,
);
