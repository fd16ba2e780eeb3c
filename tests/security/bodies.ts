// Bodies and messages that are too long, broken, or too many.
import { randomUUID } from "node:crypto";
import { io } from "socket.io-client";
import { MAX_MESSAGE_BYTES, PROTOCOL_VERSION } from "../../domain/protocol";
import { type Answer, type Attempt, ask, post, type Target } from "./target";

const form = "application/x-www-form-urlencoded";
const parts = "multipart/form-data; boundary=x";

/** Neither taken nor a fault of ours. */
const isRefused = ({ status }: Answer) => status >= 400 && status < 500;

const broken: [what: string, type: string, body: string][] = [
  ["no form at all", "application/json", '{"email":"pd@example.org"}'],
  ["an unknown type", "nonsense", "email=pd@example.org"],
  ["parts without an end", parts, '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\nx'],
  ["parts without a boundary", "multipart/form-data", "email=x"],
  ["parts without a name", parts, "--x\r\nContent-Disposition: form-data\r\n\r\nx\r\n--x--"],
  ["NUL in an address", form, "email=p%00d@example.org"],
  ["no UTF-8", form, "email=%ff%fe%c0"],
  ["names of an object", form, "__proto__=x&constructor=y&toString=z"],
  ["ten thousand fields", form, "email=x&".repeat(8000)],
  ["nothing", form, ""],
];

export async function bodyAttempts(target: Target): Promise<Attempt[]> {
  const cookie = await target.signIn("faculty10@example.org");
  return [...bodies(target, cookie), ...messages(target, cookie), ...tries(target)];
}

function bodies(target: Target, cookie: string): Attempt[] {
  const kind = "over-long and broken bodies";
  const paths = ["/sign-in", "/sign-in/password", "/demo", "/account", "/account/devices"];
  const send = (path: string, type: string, body: string, headers: Record<string, string> = {}) =>
    ask(target, {
      method: "POST",
      path,
      body,
      headers: {
        Origin: target.origin,
        Cookie: path.startsWith("/account") ? cookie : "",
        "Content-Type": type,
        "Content-Length": String(Buffer.byteLength(body)),
        ...headers,
      },
    });
  return paths.flatMap((path) => [
    ...broken.map(([what, type, body]) => ({
      kind,
      what: `${path}, ${what}`,
      run: async () => !isRefused(await send(path, type, body)),
    })),
    {
      kind,
      what: `${path}, 100 kB of a form`,
      run: async () => (await send(path, form, `email=${"x".repeat(100_000)}`)).status !== 413,
    },
    {
      kind,
      what: `${path}, 6 MB announced`,
      run: async () =>
        (await send(path, form, "", { "Content-Length": "6000000", Connection: "close" })).status !== 413,
    },
    {
      kind,
      what: `${path}, a length that is not said`,
      async run() {
        const headers = { Origin: target.origin, "Content-Type": form, "Transfer-Encoding": "chunked" };
        return (await ask(target, { method: "POST", path, body: "email=x", headers })).status !== 411;
      },
    },
    {
      kind,
      what: `${path}, a method that does nothing here`,
      run: async () => (await ask(target, { method: "OPTIONS", path })).status !== 405,
    },
  ]);
}

function messages(target: Target, cookie: string): Attempt[] {
  const kind = "over-long and broken messages";
  const { origin } = target;
  const opened = () =>
    io(origin, {
      transports: ["websocket"],
      forceNew: true,
      reconnection: false,
      auth: { protocol: PROTOCOL_VERSION },
      extraHeaders: { cookie, origin },
    });
  const command = (more: object) => ({ id: randomUUID(), meetingId: randomUUID(), type: "undoMove", ...more });
  const nonsense: unknown[] = [
    null,
    7,
    "x",
    [],
    {},
    command({ type: "importSeason" }),
    command({ id: "x" }),
    { __proto__: 1 },
  ];
  const refused = nonsense.map((message) => ({
    kind,
    what: JSON.stringify(message).slice(0, 40),
    async run() {
      const socket = opened();
      const answer = await socket.timeout(5000).emitWithAck("command", message);
      socket.disconnect();
      return answer.ok !== false;
    },
  }));
  const tooLong = {
    kind,
    what: `${MAX_MESSAGE_BYTES} bytes and more`,
    run: () =>
      new Promise<boolean>((resolve) => {
        const socket = opened();
        socket.once("disconnect", () => resolve(false));
        socket.emit("command", command({ reason: "x".repeat(MAX_MESSAGE_BYTES) }), () => {
          socket.disconnect();
          resolve(true);
        });
      }),
  };
  return [...refused, tooLong];
}

/** One after the other: the last of them has to be refused. */
function tries(target: Target): Attempt[] {
  const kind = "guessing";
  const somebody = `${randomUUID()}@example.org`;
  const lastOf = async (count: number, once: () => Promise<Answer>) => {
    let last = 0;
    for (let n = 0; n < count; n++) last = (await once()).status;
    return last !== 429;
  };
  return [
    {
      kind,
      what: "a password, eleven times",
      run: () => lastOf(11, () => post(target, "/sign-in/password", { email: somebody, password: "guess" })),
    },
    {
      kind,
      what: "links to one address, seven times",
      run: () => lastOf(7, () => post(target, "/sign-in", { email: somebody })),
    },
  ];
}
