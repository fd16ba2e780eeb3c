// The authorisation matrix of the pages: every route and method, and what each asker is answered. A route of app/routes.ts, or an
// action of one, that has no row here fails the build. To add a route, add its rows.
//
// An answer is the status; `in` is a redirect to the sign-in page. Answers stand in the order of `askers`:
//   PD  associate PD  coordinator  chief  faculty  observer  administrator  nobody

import { findOrAddPerson } from "../../../db/people";
import { saveMemberships } from "../../../db/roster";
import type { Role } from "../../../domain/member";
import { programHistoryRows } from "./program-routes-history";
import type { Ask, RouteRow } from "./route-row";
import { applicantFileRows } from "./season-routes-files";
import { seasonHomeRows } from "./season-routes-home";
import { importRows } from "./season-routes-import";
import { noteRows } from "./season-routes-notes";
import { preliminaryRows } from "./season-routes-preliminary";
import { rubricRows } from "./season-routes-rubric";

export const nobodysAnswer = ({ own }: RouteRow): string => own.split(/\s+/).at(-1) ?? "";
export const answerByPasscode = (row: RouteRow): string => row.byPasscode ?? nobodysAnswer(row);

const none = "404 404 404 404 404 404";
/** Others are not told that there is such a page. */
const directorAlone = "200 404 404 404 404 404";
/** Before it is asked whose the program is. */
const notUnderstood = "400 400 400 400 400 400";
const everybody = "200 200 200 200 200 200";
const preparers = "200 200 200 403 403 403 200 in";
const appointers = "200 403 403 403 403 403 200 in";

const program = ({ subject }: Ask) => `/programs/${subject.program.programId}`;
const roster = (ask: Ask) => `${program(ask)}/roster`;
const meeting = ({ subject }: Ask) => `/meetings/${subject.program.meetingId}`;
const wall = (ask: Ask) => `${meeting(ask)}/presenter`;
const unknownToken = "a-token-that-nobody-was-given-0000000000000";

/** Somebody new on the roster who has not been here yet. */
async function newcomer({ db, subject, n }: Ask, role: Role = "faculty"): Promise<string> {
  const name = `Newcomer ${n}`;
  const personId = await findOrAddPerson(db, { name, email: `newcomer${n}@a.example.org` });
  await saveMemberships(db, subject.program.programId, [{ personId, name, role }], "invited", {
    by: null,
    now: new Date(),
  });
  return personId;
}

const peopleFile = ({ n }: Ask) => `Name,E-mail,Role\nFrom a file ${n},file${n}@a.example.org,faculty\n`;

const onProgram = (intent: string, own: string, form: RouteRow["form"]): RouteRow => ({
  route: "programs/:programId",
  method: "POST",
  about: intent,
  path: program,
  form: async (ask) => ({ intent, ...(await form?.(ask)) }),
  own,
  other: none,
});

const onRoster = (about: string, intent: string, own: string, form: RouteRow["form"]): RouteRow => ({
  route: "programs/:programId/roster",
  method: "POST",
  about,
  path: roster,
  form: async (ask) => ({ intent, ...(await form?.(ask)) }),
  own,
  other: none,
});

const atDoor = (act: string, own: string, form: Record<string, string> = {}): RouteRow => ({
  route: "meetings/:id/door",
  method: "POST",
  about: act,
  path: (ask) => `${meeting(ask)}/door`,
  form: () => ({ act, ...form }),
  own,
  other: none,
});

const onRehearsal = (about: string, own: string): RouteRow => ({
  route: "meetings/:id/rehearsal",
  method: "POST",
  about,
  path: (ask) => `${meeting(ask)}/rehearsal`,
  form: () => ({ intent: about }),
  own,
  other: none,
});

const noRequest = "dddddddd-0000-4000-8000-00000000dead";

const rankListFile = (route: string, tail: string): RouteRow => ({
  route,
  method: "GET",
  path: (ask) => `${meeting(ask)}/${tail}`,
  own: "200 403 200 403 403 403 404 401",
  other: none,
  // The files name everybody.
  recused: "403 403 403 403 403 403",
});

export const routeRows: readonly RouteRow[] = [
  { route: "", method: "GET", path: () => "/", own: `${everybody} 200 in` },
  { route: "sign-in", method: "GET", path: () => "/sign-in", own: "302 302 302 302 302 302 302 200" },
  {
    route: "sign-in",
    method: "POST",
    path: () => "/sign-in",
    form: ({ n }) => ({ email: `stranger${n}@example.org` }),
    own: "302 302 302 302 302 302 302 200",
  },
  { route: "sign-in/password", method: "GET", path: () => "/sign-in/password", own: "302 302 302 302 302 302 302 200" },
  {
    route: "sign-in/password",
    method: "POST",
    path: () => "/sign-in/password",
    form: ({ n }) => ({ email: `stranger${n}@example.org`, password: "not anybody's" }),
    own: "302 302 302 302 302 302 302 400",
  },
  // This installation has no single sign-on.
  ...["sign-in/sso", "sign-in/sso/callback"].map(
    (route): RouteRow => ({ route, method: "GET", path: () => `/${route}`, own: "in in in in in in in in" }),
  ),
  { route: "sign-in/sso/refused", method: "GET", path: () => "/sign-in/sso/refused", own: `${everybody} 200 200` },
  { route: "account", method: "GET", path: () => "/account", own: `${everybody} 200 in` },
  {
    route: "account",
    method: "POST",
    path: () => "/account",
    form: () => ({ do: "removePassword" }),
    own: `${everybody} 200 in`,
  },
  { route: "account/devices", method: "GET", path: () => "/account/devices", own: `${everybody} 200 in` },
  {
    route: "account/devices",
    method: "POST",
    path: () => "/account/devices",
    // Somebody else's, or nobody's.
    form: () => ({ device: "dddddddd-0000-4000-8000-00000000dead" }),
    own: `${none} 404 in`,
  },
  { route: "account/proof", method: "GET", path: () => "/account/proof", own: `${everybody} 200 401` },
  {
    route: "account/proof",
    method: "POST",
    path: () => "/account/proof",
    // Nobody here has a password.
    form: () => ({ way: "password", password: "a guess" }),
    own: `${none.replaceAll("403", "400").replaceAll("404", "400")} 400 401`,
  },
  { route: "account/confirmed", method: "GET", path: () => "/account/confirmed", own: `${everybody} 200 in` },
  { route: "sign-in/:token", method: "GET", path: () => `/sign-in/${unknownToken}`, own: `${everybody} 200 200` },
  {
    route: "sign-in/:token",
    method: "POST",
    path: () => `/sign-in/${unknownToken}`,
    own: "400 400 400 400 400 400 400 400",
  },
  { route: "sign-out", method: "GET", path: () => "/sign-out", own: "302 302 302 302 302 302 302 302" },
  { route: "sign-out", method: "POST", path: () => "/sign-out", own: "in in in in in in in in" },
  { route: "demo", method: "GET", path: () => "/demo", own: `${everybody} 200 200` },
  {
    route: "demo",
    method: "POST",
    path: () => "/demo",
    form: () => ({ email: "stranger@example.org" }),
    own: "400 400 400 400 400 400 400 400",
  },
  {
    route: "setup/:token",
    method: "GET",
    path: () => `/setup/${unknownToken}`,
    own: "404 404 404 404 404 404 404 404",
  },
  {
    route: "setup/:token",
    method: "POST",
    path: () => `/setup/${unknownToken}`,
    form: () => ({ name: "Mallory", email: "mallory@example.org" }),
    own: "400 400 400 400 400 400 400 400",
  },
  {
    route: "invitations/:token",
    method: "GET",
    path: () => `/invitations/${unknownToken}`,
    own: "404 404 404 404 404 404 404 404",
  },
  {
    route: "invitations/:token",
    method: "POST",
    path: () => `/invitations/${unknownToken}`,
    own: "400 400 400 400 400 400 400 400",
  },

  { route: "programs", method: "GET", path: () => "/programs", own: `${none} 200 in` },
  {
    route: "programs",
    method: "POST",
    path: () => "/programs",
    form: ({ n }) => ({ name: `Made ${n}` }),
    own: `${none} 302 in`,
  },
  { route: "programs/:programId", method: "GET", path: program, own: preparers, other: none },
  onProgram("rename", appointers, () => ({ name: "Program 1000140C0" })),
  onProgram("changeFlagAuthors", "200 403 403 403 403 403 403 in", () => ({ shown: "everybody" })),
  onProgram("changeTimeZone", "200 200 200 403 403 403 200 in", () => ({ timeZone: "America/New_York" })),
  onProgram("changeSsoRequired", appointers, () => ({ required: "no" })),
  onProgram("addTrack", "200 403 200 403 403 403 200 in", ({ n }) => ({
    code: `3${String(n).padStart(6, "0")}C0`,
    name: `Track ${n}`,
    quota: "4",
  })),
  onProgram("changeTrack", "200 403 200 403 403 403 200 in", ({ subject }) => ({
    trackId: subject.program.trackId,
    name: "Categorical",
    quota: "3",
  })),
  onProgram("saveMatchYear", preparers, () => ({ year: "2026", listDeadline: "2026-03-04" })),
  onProgram("openMeeting", "302 302 302 403 403 403 403 in", ({ subject, n }) => ({
    trackId: subject.program.trackId,
    year: "2027",
    title: `Opened ${n}`,
    quota: "3",
  })),
  onProgram("openSeason", "302 302 302 403 403 403 403 in", ({ subject, n }) => ({
    trackId: subject.program.trackId,
    year: String(2030 + (n % 70)),
  })),
  {
    ...onProgram("somethingElse", "400 400 400 400 400 400 400 in", undefined),
    other: notUnderstood,
  },

  ...preliminaryRows,
  ...seasonHomeRows,
  ...importRows,
  ...applicantFileRows,
  ...rubricRows,
  ...noteRows,

  {
    route: "meetings/:id/rehearsal",
    method: "GET",
    path: (ask) => `${meeting(ask)}/rehearsal`,
    own: "200 200 403 403 403 403 404 in",
    other: none,
    recused: "200 200 403 403 403 403",
  },
  onRehearsal("start", "302 302 403 403 403 403 404 in"),
  // What is asked for is a meeting, and no rehearsal.
  ...["pause", "goOn", "throwAway"].map((intent) => onRehearsal(intent, "409 409 403 403 403 403 404 in")),
  { ...onRehearsal("somethingElse", "400 400 400 400 400 400 400 in"), other: notUnderstood },

  { route: "meetings/:id/presenter", method: "GET", path: wall, own: "200 200 200 404 404 404 404 in", other: none },
  {
    route: "meetings/:id/presenter",
    method: "POST",
    about: "open",
    path: wall,
    form: () => ({ intent: "open" }),
    own: "200 200 200 404 404 404 404 in",
    other: none,
  },
  {
    route: "meetings/:id/presenter",
    method: "POST",
    about: "end",
    path: wall,
    form: () => ({ intent: "end" }),
    own: "200 200 200 404 404 404 404 in",
    other: none,
  },
  {
    route: "meetings/:id/presenter",
    method: "POST",
    about: "somethingElse",
    path: wall,
    form: () => ({ intent: "else" }),
    own: "400 400 400 400 400 400 400 in",
    other: notUnderstood,
  },
  {
    route: "present/:token",
    method: "GET",
    path: () => `/present/${unknownToken}`,
    own: "404 404 404 404 404 404 404 404",
  },
  {
    route: "present/:token/state",
    method: "GET",
    path: () => `/present/${unknownToken}/state`,
    own: "404 404 404 404 404 404 404 404",
  },
  ...programHistoryRows,
  { route: "programs/:programId/roster", method: "GET", path: roster, own: preparers, other: none },
  onRoster("add faculty", "add", preparers, ({ n }) => ({
    name: `Added ${n}`,
    email: `added${n}@a.example.org`,
    role: "faculty",
  })),
  onRoster("add a program director", "add", appointers, ({ n }) => ({
    name: `Added ${n}`,
    email: `added${n}@a.example.org`,
    role: "pd",
  })),
  onRoster("change a role", "change", preparers, async (ask) => ({
    memberId: await newcomer(ask),
    name: "Renamed",
    role: "chief",
  })),
  onRoster("make an associate PD", "change", appointers, async (ask) => ({
    memberId: await newcomer(ask),
    name: "Renamed",
    role: "associatePd",
  })),
  onRoster("rename a program director", "change", appointers, async (ask) => ({
    memberId: await newcomer(ask, "pd"),
    name: "Somebody else",
    role: "pd",
  })),
  onRoster("remove", "remove", preparers, async (ask) => ({
    memberId: await newcomer(ask),
    reason: "They moved away.",
  })),
  onRoster("remove a program director", "remove", appointers, async (ask) => ({
    memberId: await newcomer(ask, "pd"),
    reason: "They moved away.",
  })),
  onRoster("invite by mail", "invite", preparers, async (ask) => ({ memberId: await newcomer(ask), how: "mail" })),
  // No mail server is set: whoever may is told so.
  onRoster("invite everybody", "inviteEverybody", "409 409 409 403 403 403 409 in", () => ({})),
  onRoster("take a program director's invitation", "invite", appointers, async (ask) => ({
    memberId: await newcomer(ask, "pd"),
    how: "link",
  })),
  {
    ...onRoster("something else", "somethingElse", "400 400 400 400 400 400 400 in", undefined),
    other: notUnderstood,
  },
  {
    route: "programs/:programId/roster/import",
    method: "GET",
    path: (ask) => `${roster(ask)}/import`,
    own: preparers,
    other: none,
  },
  {
    route: "programs/:programId/roster/import",
    method: "POST",
    about: "check",
    path: (ask) => `${roster(ask)}/import`,
    form: (ask) => ({ intent: "check", file: new Blob([peopleFile(ask)], { type: "text/csv" }) }),
    own: preparers,
    other: none,
  },
  {
    route: "programs/:programId/roster/import",
    method: "POST",
    about: "import",
    path: (ask) => `${roster(ask)}/import`,
    form: (ask) => ({ intent: "import", text: peopleFile(ask) }),
    own: preparers,
    other: none,
  },

  {
    route: "meetings/:id",
    method: "GET",
    path: meeting,
    own: `${everybody} 404 in`,
    other: none,
    recused: everybody,
    byPasscode: "200",
  },
  {
    route: "join/:code",
    method: "GET",
    path: () => `/join/${unknownToken}`,
    own: "404 404 404 404 404 404 404 404",
  },
  {
    route: "join/:code",
    method: "POST",
    path: () => `/join/${unknownToken}`,
    form: () => ({ intent: "passcode", passcode: "123456" }),
    own: "400 400 400 400 400 400 400 400",
  },
  {
    route: "join/:code/lobby",
    method: "GET",
    path: () => `/join/${unknownToken}/lobby`,
    own: "302 302 302 302 302 302 302 302",
  },
  { route: "join/:code/state", method: "GET", path: () => `/join/${unknownToken}/state`, own: `${everybody} 200 200` },
  {
    route: "meetings/:id/lobby",
    method: "GET",
    path: (ask) => `${meeting(ask)}/lobby`,
    own: `${everybody} 404 in`,
    other: none,
    recused: everybody,
    byPasscode: "200",
  },
  {
    route: "meetings/:id/lobby-state",
    method: "GET",
    path: (ask) => `${meeting(ask)}/lobby-state`,
    own: `${everybody} 404 401`,
    other: none,
    recused: everybody,
    byPasscode: "200",
  },
  {
    route: "meetings/:id/invite",
    method: "GET",
    path: (ask) => `${meeting(ask)}/invite`,
    own: "200 200 200 404 404 404 404 in",
    other: none,
  },
  {
    route: "meetings/:id/invite",
    method: "POST",
    path: (ask) => `${meeting(ask)}/invite`,
    own: "302 302 302 404 404 404 404 in",
    other: none,
  },
  {
    route: "meetings/:id/door",
    method: "GET",
    path: (ask) => `${meeting(ask)}/door`,
    own: "200 200 200 404 404 404 404 401",
    other: none,
  },
  atDoor("showCode", "204 204 204 403 403 403 404 401"),
  atDoor("renewCode", "204 204 403 403 403 403 404 401"),
  atDoor("changeSeats", "204 204 403 403 403 403 404 401", { seats: "40" }),
  atDoor("admit", "409 409 403 403 403 403 404 401", { requestId: noRequest }),
  // Nobody waits.
  atDoor("admitAll", "409 409 403 403 403 403 404 401"),
  atDoor("refuse", "409 409 403 403 403 403 404 401", { requestId: noRequest }),
  atDoor("endCode", "204 204 403 403 403 403 404 401"),
  {
    route: "meetings/:id/own-device",
    method: "GET",
    path: (ask) => `${meeting(ask)}/own-device`,
    own: "404 404 404 404 404 404 404 404",
    other: none,
  },
  {
    route: "meetings/:id/own-device",
    method: "POST",
    path: (ask) => `${meeting(ask)}/own-device`,
    form: () => ({ isMine: "no" }),
    // Nobody asks under their name.
    own: "409 409 409 409 409 409 404 401",
    other: none,
    byPasscode: "409",
  },
  {
    route: "meetings/:id/pledge",
    method: "GET",
    path: (ask) => `${meeting(ask)}/pledge`,
    // To the meeting: who is on its roster has pledged, and for everybody else there is none.
    own: "302 302 302 302 302 302 302 in",
    other: "302 302 302 302 302 302",
  },
  {
    route: "meetings/:id/pledge",
    method: "POST",
    path: (ask) => `${meeting(ask)}/pledge`,
    own: "302 302 302 302 302 302 404 in",
    other: none,
  },
  rankListFile("meetings/:id/r3.txt", "r3.txt?id=aamc"),
  rankListFile("meetings/:id/r3.txt", "r3.txt?id=nrmp"),
  rankListFile("meetings/:id/rank-list.csv", "rank-list.csv"),
  rankListFile("meetings/:id/rank-list.xlsx", "rank-list.xlsx"),
  {
    route: "meetings/:id/roster",
    method: "GET",
    path: (ask) => `${meeting(ask)}/roster`,
    own: "302 302 302 302 302 302 404 in",
    other: none,
  },
  ...["differences", "minutes", "at", "at/1"].map(
    (tail): RouteRow => ({
      route: tail.startsWith("at") ? "meetings/:id/at/:seq?" : `meetings/:id/${tail}`,
      method: "GET",
      ...(tail === "at/1" && { about: "after an event" }),
      path: (ask) => `${meeting(ask)}/${tail}`,
      own: `${everybody} 404 in`,
      other: none,
      recused: everybody,
      byPasscode: "200",
    }),
  ),
  {
    route: "meetings/:id/reasons",
    method: "GET",
    path: (ask) => `${meeting(ask)}/reasons`,
    own: `${everybody} 404 401`,
    other: none,
    recused: everybody,
  },
  {
    route: "meetings/:id/depth",
    method: "GET",
    path: (ask) => `${meeting(ask)}/depth`,
    own: "200 200 200 200 200 404 404 in",
    other: none,
    recused: "200 200 200 200 200 404",
  },
  {
    route: "meetings/:id/applicants/:applicantId/history",
    method: "GET",
    path: (ask) => `${meeting(ask)}/applicants/${ask.subject.applicantId}/history`,
    own: `${everybody} 404 401`,
    other: none,
    recused: none,
    byPasscode: "200",
  },
  {
    route: "meetings/:id/applicants/:applicantId/opened",
    method: "GET",
    path: (ask) => `${meeting(ask)}/applicants/${ask.subject.applicantId}/opened`,
    own: "405 405 405 405 405 405 405 405",
    other: "405 405 405 405 405 405",
  },
  {
    route: "meetings/:id/applicants/:applicantId/opened",
    method: "POST",
    path: (ask) => `${meeting(ask)}/applicants/${ask.subject.applicantId}/opened`,
    own: "204 204 204 204 204 204 404 401",
    other: none,
    recused: none,
    byPasscode: "204",
  },
  { route: "audit", method: "GET", path: () => "/audit", own: `${none} 200 in` },
  { route: "audit.csv", method: "GET", path: () => "/audit.csv", own: `${none} 200 401` },
  {
    route: "programs/:programId/audit",
    method: "GET",
    path: (ask) => `${program(ask)}/audit`,
    own: `${directorAlone} 200 in`,
    other: none,
    recused: directorAlone,
  },
  {
    route: "programs/:programId/audit.csv",
    method: "GET",
    path: (ask) => `${program(ask)}/audit.csv`,
    own: `${directorAlone} 200 401`,
    other: none,
    recused: directorAlone,
  },
  {
    route: "programs/:programId/retention",
    method: "GET",
    path: (ask) => `${program(ask)}/retention`,
    own: `${directorAlone} 404 in`,
    other: none,
  },
  ...(
    [
      ["how long", { form: "years", years: "3" }, directorAlone],
      ["a hold placed", { form: "hold", reason: "A complaint is pending." }, directorAlone],
      ["a hold lifted", { form: "lift", reason: "It was settled." }, directorAlone],
      // Nothing is due in it.
      ["a purge", { form: "purge", name: "Program 1000140C0", plan: "" }, "409 404 404 404 404 404"],
    ] as const
  ).map(
    ([about, form, own]): RouteRow => ({
      route: "programs/:programId/retention",
      method: "POST",
      about,
      path: (ask) => `${program(ask)}/retention`,
      form: () => form,
      own: `${own} 404 in`,
      other: none,
    }),
  ),
  { route: "ui", method: "GET", path: () => "/ui", own: "404 404 404 404 404 404 404 404" },
  { route: "*", method: "GET", path: () => "/nothing/here", own: "404 404 404 404 404 404 404 404" },
  { route: "*", method: "POST", path: () => "/nothing/here", own: "404 404 404 404 404 404 404 404" },
];
