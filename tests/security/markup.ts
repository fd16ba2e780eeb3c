// Markup in everything that a person may write, and in what addresses and forms say back: on no page may it be more than text
// (WEB-2). The commands change the demo's meeting.
import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import type { MemberCommand } from "../../domain/commands";
import type { MeetingState } from "../../domain/meeting";
import { type JoinAnswer, PROTOCOL_VERSION } from "../../domain/protocol";
import { type Answer, type Attempt, ask, post, type Target } from "./target";

const mark = "rrmarkup";
const markup = `"'></script></style></textarea><script>${mark}()</script><img src=x onerror=${mark}()>{{${mark}}}\u2028`;
const asMarkup = new RegExp(`<script>${mark}|<img src=x onerror=${mark}`);

/** As a page, it is markup; as a file or as data, the browser does not look for any. */
const isTaken = ({ status, headers, body }: Answer): boolean => {
  const isPage = !/json|plain|csv|x-script|octet/.test(headers["content-type"] ?? "html");
  return (
    status >= 500 || (isPage && asMarkup.test(body)) || !/^nosniff/.test(String(headers["x-content-type-options"]))
  );
};

type By = "pd" | "faculty";

/** Every text field of every command, in an order that a meeting allows. */
function commands(state: MeetingState, facultyId: string): [by: By, command: MemberCommand & { id?: string }][] {
  const [a = "", b = "", c = "", d = ""] = state.order.middle.slice(-4);
  const [endorsement, verified, dismissed] = [randomUUID(), randomUUID(), randomUUID()];
  const flag = { type: "raiseFlag", applicantId: b, category: "other", provenance: "document" } as const;
  const reason = markup;
  return [
    [
      "pd",
      {
        type: "moveApplicant",
        applicantId: a,
        to: { zone: "red", after: null, before: null },
        reason: { category: "other", provenance: "document", sentence: markup },
      },
    ],
    ["pd", { id: endorsement, type: "endorseApplicant", applicantId: b, strength: "workWith", evidence: markup }],
    ["pd", { type: "strikeEndorsement", markId: endorsement, reason }],
    ["pd", { ...flag, id: verified, sentence: markup }],
    ["pd", { type: "verifyFlag", markId: verified, reason }],
    ["pd", { type: "strikeFlag", markId: verified, reason }],
    ["pd", { ...flag, id: dismissed, sentence: markup }],
    ["pd", { type: "dismissFlag", markId: dismissed, reason }],
    ["pd", { type: "withdrawApplicant", applicantId: c, reason }],
    ["pd", { type: "reinstateApplicant", applicantId: c, reason }],
    ["faculty", { type: "declareRecusal", applicantId: d, reason }],
    ["pd", { type: "liftRecusal", memberId: facultyId, applicantId: d, reason }],
    ["pd", { type: "lockList", reason }],
    ["pd", { type: "unlockList", reason }],
  ];
}

export async function markupAttempts(target: Target): Promise<Attempt[]> {
  const cookie = await target.signIn("pd@example.org");
  return [...(await inCommands(target, cookie)), ...inForms(target, cookie), ...inAddresses(target, cookie)];
}

async function inCommands(target: Target, cookie: string): Promise<Attempt[]> {
  const home = await ask(target, { path: "/", headers: { Cookie: cookie } });
  const meetingId = /\/meetings\/([0-9a-f-]{36})/.exec(home.body)?.[1] ?? "";
  const pd = await joined(target, cookie, meetingId);
  const faculty = await joined(target, await target.signIn("faculty11@example.org"), meetingId);
  const sockets: Record<By, Socket> = { pd: pd.socket, faculty: faculty.socket };
  const all = commands(pd.state, faculty.memberId);
  const touched = [...new Set(all.flatMap(([, command]) => ("applicantId" in command ? [command.applicantId] : [])))];
  const files = touched.map((id) => `/meetings/${meetingId}/applicants/${id}/history`);
  const pages = [`/meetings/${meetingId}`, "/", ...files];
  return all.map(([by, command], at) => ({
    kind: "markup in commands",
    what: command.type,
    async run() {
      const answer = await sockets[by].emitWithAck("command", { id: randomUUID(), ...command, meetingId });
      if (at === all.length - 1) for (const socket of Object.values(sockets)) socket.disconnect();
      // What was not taken shows nothing.
      if (!answer.ok) throw new Error(`refused: ${answer.message}`);
      const answers = await Promise.all(pages.map((path) => ask(target, { path, headers: { Cookie: cookie } })));
      if (!answers.some(({ body }) => body.includes(mark))) throw new Error("no page shows what was written");
      return answers.some(isTaken);
    },
  }));
}

async function joined(target: Target, cookie: string, meetingId: string) {
  const { origin } = target;
  // As the page asks for it before it shows anything.
  await post(target, `/meetings/${meetingId}/pledge`, {}, { Cookie: cookie });
  const socket: Socket = io(origin, {
    transports: ["websocket"],
    forceNew: true,
    auth: { protocol: PROTOCOL_VERSION },
    extraHeaders: { cookie, origin },
  });
  const answer: JoinAnswer = await socket.emitWithAck("join", { meetingId });
  if (!answer.ok || !("state" in answer)) throw new Error("the demo's meeting could not be joined");
  // What a member may undo is told to that member alone.
  return { socket, state: answer.state, memberId: Object.keys(answer.state.undoable)[0] ?? "" };
}

function inForms(target: Target, cookie: string): Attempt[] {
  const forms: [path: string, fields: Record<string, string>, headers?: Record<string, string>][] = [
    ["/sign-in", { email: markup }],
    ["/sign-in", { email: `${markup.replace(/\s/g, "/")}@example.org` }],
    ["/sign-in/password", { email: markup, password: markup }],
    ["/sign-in/password", { email: "a@b", password: markup }],
    ["/demo", { email: markup, to: markup }],
    ["/account", { do: "setPassword", old: markup, next: markup }, { Cookie: cookie }],
    ["/account", { do: markup }, { Cookie: cookie }],
    ["/account/devices", { device: markup }, { Cookie: cookie }],
    [`/sign-in/${encodeURIComponent(markup)}`, {}],
  ];
  return forms.map(([path, fields, headers]) => ({
    kind: "markup in forms",
    what: `${path.slice(0, 20)} ${Object.keys(fields).join(", ")}`,
    run: async () => isTaken(await post(target, path, fields, headers)),
  }));
}

function inAddresses(target: Target, cookie: string): Attempt[] {
  const coded = encodeURIComponent(markup);
  const paths = [
    `/${coded}`,
    `/sign-in?to=/${coded}`,
    `/sign-in/password?to=/${coded}`,
    `/sign-in/sso/refused?why=${coded}`,
    `/demo?to=/${coded}`,
    `/meetings/${coded}`,
    `/?x=${coded}`,
    `/account?${coded}`,
  ];
  const asked = paths.map((path) => ({
    kind: "markup in addresses",
    what: path.slice(0, 30),
    run: async () => isTaken(await ask(target, { path, headers: { Cookie: cookie } })),
  }));
  const named = {
    kind: "markup in addresses",
    what: "the browser's own name, on the page of devices",
    async run() {
      const headers = { "User-Agent": markup.replace(/[^\x20-\x7e]/g, "") };
      const mine = (await post(target, "/demo", { email: "pd@example.org" }, headers)).headers["set-cookie"]?.[0] ?? "";
      return isTaken(await ask(target, { path: "/account/devices", headers: { Cookie: mine.split(";")[0] ?? "" } }));
    },
  };
  return [...asked, named];
}
