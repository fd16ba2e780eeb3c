// Cookies that were made up, stolen, or planted before the victim signed in; and sign-in links used again.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { io } from "socket.io-client";
import { PROTOCOL_VERSION } from "../../domain/protocol";
import { type Attempt, ask, cookieOf, opens, post, type Target } from "./target";

const victim = "faculty7@example.org";
const attacker = "faculty8@example.org";

/** Does a socket with this cookie get as far as being somebody? */
function connects({ origin }: Target, cookie: string): Promise<boolean> {
  const socket = io(origin, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    auth: { protocol: PROTOCOL_VERSION },
    extraHeaders: { cookie, origin },
  });
  return new Promise<boolean>((resolve) => {
    socket.once("connect", () => resolve(true));
    socket.once("connect_error", () => resolve(false));
  }).finally(() => socket.disconnect());
}

const getsIn = async (target: Target, cookie: string) =>
  (await opens(target, cookie)) || (await connects(target, cookie));

export async function sessionAttempts(target: Target): Promise<Attempt[]> {
  return [...(await forged(target)), ...stolen(target), ...planted(target), ...links(target)];
}

async function forged(target: Target): Promise<Attempt[]> {
  const [name = "", token = ""] = (await target.signIn(victim)).split("=");
  const values = [
    "",
    "x",
    randomUUID(),
    randomBytes(32).toString("base64url"),
    // What the database keeps of it.
    createHash("sha256").update(token).digest("hex"),
    token.slice(0, -1),
    `${token}A`,
    token.toLowerCase(),
    [...token].reverse().join(""),
    "' or '1'='1",
    "%00",
    "..%2f..%2f",
    "eyJhbGciOiJub25lIn0.eyJzdWIiOiJwZCJ9.",
    "a".repeat(4000),
    "[object Object]",
  ];
  const named = values.map((value): [string, string] => [`${name}=${value.slice(0, 50)}`, `${name}=${value}`]);
  const renamed = [
    `__Secure-${name}=${token}`,
    `${name.toUpperCase()}=${token}`,
    `${name} =${token}`,
    `x=${name}=${token}`,
  ];
  return [...named, ...renamed.map((cookie): [string, string] => [cookie.slice(0, 40), cookie])].map(
    ([what, cookie]) => ({
      kind: "forged cookies",
      what,
      run: () => getsIn(target, cookie),
    }),
  );
}

function stolen(target: Target): Attempt[] {
  const kind = "cookies stolen, then ended";
  const endings: [what: string, end: (cookie: string) => Promise<unknown>][] = [
    ["signed out", (cookie) => post(target, "/sign-out", {}, { Cookie: cookie })],
    ["signed in again with it", (cookie) => post(target, "/demo", { email: victim }, { Cookie: cookie })],
    [
      "signed out from another device",
      async () => post(target, "/account/devices", { others: "1" }, { Cookie: await target.signIn(victim) }),
    ],
  ];
  return endings.map(([what, end]) => ({
    kind,
    what,
    async run() {
      const cookie = await target.signIn(victim);
      // A theft that never worked would prove nothing.
      if (!(await getsIn(target, cookie))) return true;
      await end(cookie);
      return getsIn(target, cookie);
    },
  }));
}

function planted(target: Target): Attempt[] {
  const kind = "fixation";
  return [
    {
      kind,
      what: "a made-up token before signing in",
      async run() {
        const name = (await target.signIn(attacker)).split("=")[0];
        const cookie = `${name}=planted`;
        const given = cookieOf(await post(target, "/demo", { email: victim }, { Cookie: cookie }));
        return given === undefined || given === cookie || (await getsIn(target, cookie));
      },
    },
    {
      kind,
      what: "the attacker's own session before the victim signs in",
      async run() {
        const cookie = await target.signIn(attacker);
        const given = cookieOf(await post(target, "/demo", { email: victim }, { Cookie: cookie }));
        return given === undefined || given === cookie || (await getsIn(target, cookie));
      },
    },
    {
      kind,
      what: "a token in the address or in a form",
      async run() {
        const [, token = ""] = (await target.signIn(attacker)).split("=");
        const answer = await post(target, `/demo?session=${token}`, { email: victim, session: token });
        return cookieOf(answer)?.includes(token) ?? true;
      },
    },
  ];
}

function links(target: Target): Attempt[] {
  const kind = "sign-in links";
  const signsIn = async (path: string, method = "POST") => {
    const answer = method === "POST" ? await post(target, path, {}) : await ask(target, { method, path, headers: {} });
    return cookieOf(answer) !== undefined;
  };
  const madeUp = [
    "/sign-in/x",
    "/sign-in/%00",
    "/sign-in/..%2fdemo",
    `/sign-in/${"A".repeat(43)}`,
    "/sign-in/undefined",
  ];
  const attempts: Attempt[] = madeUp.map((path) => ({ kind, what: `made up: ${path}`, run: () => signsIn(path) }));
  const { linkFor } = target;
  if (!linkFor) return attempts;
  return [
    ...attempts,
    {
      kind,
      what: "used a second time, and ten times at once",
      async run() {
        const path = await linkFor(victim);
        const all = await Promise.all(Array.from({ length: 10 }, () => signsIn(path)));
        return all.filter(Boolean).length !== 1 || (await signsIn(path));
      },
    },
    {
      kind,
      what: "opened only (GET, HEAD), altered or cut",
      async run() {
        const path = await linkFor(attacker);
        const tried = [signsIn(path, "GET"), signsIn(path, "HEAD"), signsIn(path.slice(0, -1)), signsIn(`${path}x`)];
        return (await Promise.all(tried)).some(Boolean) || !(await signsIn(path));
      },
    },
  ];
}
