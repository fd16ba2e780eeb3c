// What is attacked, and the plain ways to ask it: requests exactly as written, without the manners of `fetch`.
import { type IncomingMessage, request } from "node:http";
import { request as requestOverTls } from "node:https";
import { text } from "node:stream/consumers";

export interface Target {
  origin: string;
  /** A Cookie header of one of the demo's people. */
  signIn(email: string): Promise<string>;
  /** A sign-in link for that address; undefined where they cannot be read (another machine's server). */
  linkFor?(email: string): Promise<string>;
}

export interface Attempt {
  /** The part of the table that it is counted in. */
  kind: string;
  what: string;
  /** Did it get through? */
  run(target: Target): Promise<boolean>;
}

export interface Answer {
  /** 101: the connection was upgraded to a socket. */
  status: number;
  headers: IncomingMessage["headers"];
  body: string;
}

export interface Ask {
  method?: string;
  /** Sent as it stands. */
  path: string;
  headers?: Record<string, string | string[]>;
  body?: string;
}

export function ask({ origin }: Target, { method = "GET", path, headers = {}, body }: Ask): Promise<Answer> {
  const { hostname, port, protocol, host } = new URL(origin);
  const send = protocol === "https:" ? requestOverTls : request;
  return new Promise((resolve, reject) => {
    const asking = send({ hostname, port, method, path, agent: false, headers: { Host: host, ...headers } });
    asking.on("error", reject);
    asking.on("response", (answer) => {
      const { statusCode: status = 0, headers: sent } = answer;
      text(answer).then((read) => resolve({ status, headers: sent, body: read }), reject);
    });
    asking.on("upgrade", (answer, socket) => {
      socket.destroy();
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: "" });
    });
    asking.setTimeout(10_000, () => asking.destroy(new Error(`no answer to ${method} ${path}`)));
    asking.end(body);
  });
}

const form = { "Content-Type": "application/x-www-form-urlencoded" };

/** A form as a browser on one of our own pages sends it; `headers` may say otherwise. */
export function post(target: Target, path: string, fields: Record<string, string>, headers: Ask["headers"] = {}) {
  const body = new URLSearchParams(fields).toString();
  const length = { "Content-Length": String(Buffer.byteLength(body)) };
  return ask(target, {
    method: "POST",
    path,
    body,
    headers: { Origin: target.origin, ...form, ...length, ...headers },
  });
}

const upgrade = {
  Connection: "Upgrade",
  Upgrade: "websocket",
  "Sec-WebSocket-Version": "13",
  "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
};

/** The handshake of a socket by WebSocket, then by polling; the status of the one that went further. */
export async function handshake(target: Target, headers: Record<string, string>): Promise<number> {
  const path = (transport: string) => `/socket.io/?EIO=4&transport=${transport}`;
  const socket = await ask(target, { path: path("websocket"), headers: { ...headers, ...upgrade } });
  if (socket.status === 101) return 101;
  return (await ask(target, { path: path("polling"), headers })).status;
}

/** Does this Cookie header open a page that needs somebody? */
export async function opens(target: Target, cookie: string | string[]): Promise<boolean> {
  return (await ask(target, { path: "/account", headers: { Cookie: cookie } })).status === 200;
}

/** The session's; the cookie that names a browser which asked for a link opens nothing. */
export const cookieOf = ({ headers }: Answer): string | undefined =>
  headers["set-cookie"]?.map((line) => line.split(";")[0] ?? "").find((pair) => /^(?:__Host-)?rank-room=/.test(pair));
