// The matrix of role, thing and phase as people read it, docs/who-sees-what.md: generated from the tables that decide
// (domain/policy), from what redaction really gives (domain/redact), and from the routes' own matrix. It cannot fall behind:
// the build fails until it is written anew, with `npm test -- tests/server/who-sees-what.test.ts -u`.
import { expect, it } from "vitest";
import type { MeetingState } from "../../domain/meeting";
import { mayBeHanded, type Role, roles, roleWords } from "../../domain/member";
import {
  doorActs,
  mayComeByPasscode,
  mayReadInterviews,
  maySee,
  permissions,
  programPermissions,
} from "../../domain/policy";
import { redactState, viewOf } from "../../domain/redact";
import { nothingTaken } from "../../domain/retention";
import { seasonPermissions } from "../../domain/season-policy";
import { aMeeting, applicantId, member, type PlayedMeeting, secondFaculty } from "../support/a-meeting";
import { askers } from "./authorisation-matrix/asker";
import { answerByPasscode, nobodysAnswer, routeRows } from "./authorisation-matrix/routes";
import { commandRows, messageRows } from "./authorisation-matrix/socket-events";

const yes = "●";
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, at) => (at === 0 ? "---" : ":-:")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
const forRoles = (allowed: readonly Role[]): string[] => roles.map((role) => (allowed.includes(role) ? yes : ""));
const roleNames = roles.map((role) => roleWords[role]);

const phases = ["open", "locked", "purged"] as const;
type Phase = (typeof phases)[number];

/** Brings a meeting into a phase. */
function inPhase(meeting: PlayedMeeting, phase: Phase): MeetingState {
  if (phase !== "open") meeting.record({ type: "listLocked", version: 1, sha256: "0".repeat(64) }, member.pd);
  if (phase === "purged") meeting.record({ type: "meetingPurged", taken: nothingTaken });
  return meeting.state;
}

/** A meeting in which there is something of everything to see. */
function fullMeeting(phase: Phase, flagAuthorsShown = true): MeetingState {
  const meeting = aMeeting({ protected: 3, middle: 4, red: 1 });
  if (!flagAuthorsShown) meeting.record({ type: "settingsChanged", flagAuthorsShown });
  meeting
    .do(
      {
        type: "raiseFlag",
        applicantId: applicantId(2),
        category: "examination",
        provenance: "document",
        sentence: "Step 1 twice.",
      },
      secondFaculty,
    )
    .do({ type: "declareRecusal", applicantId: applicantId(3) }, secondFaculty);
  return inPhase(meeting, phase);
}

function seen(state: MeetingState, role: Role): MeetingState {
  const view = viewOf(state, member[role]);
  if (!view) throw new Error(`a ${role} sees nothing`);
  return redactState(state, view, member[role]);
}

/** As somebody sees it who is recused from applicant 1. */
const recusedOf = (role: Role, phase: Phase): MeetingState => {
  const recusal = { type: "declareRecusal", applicantId: applicantId(1) } as const;
  const meeting = aMeeting({ protected: 3, middle: 4, red: 1 }).do(recusal, member[role]);
  return seen(inPhase(meeting, phase), role);
};

type Look = [thing: string, isSeen: (role: Role, phase: Phase) => boolean];
const shown = (role: Role, phase: Phase): MeetingState => seen(fullMeeting(phase), role);
const hidden = (role: Role, phase: Phase): MeetingState => seen(fullMeeting(phase, false), role);
const looks: Look[] = [
  ["the members, with their roles", (...of) => Object.keys(shown(...of).members).length > 1],
  ["the list, ranks and zones", (...of) => shown(...of).order.protected.length === 3],
  ["an applicant's file", (...of) => shown(...of).applicants[applicantId(2)] !== undefined],
  ["sponsorship needs in it", (...of) => shown(...of).applicants[applicantId(2)]?.visa !== undefined],
  ["endorsements and flags, with their sentences", (...of) => Object.keys(shown(...of).flags).length === 1],
  ["who raised a flag", (...of) => Object.values(shown(...of).flags)[0]?.by === secondFaculty],
  [
    "who raised a flag, where the program shows it to hosts only",
    (...of) => Object.values(hidden(...of).flags)[0]?.by === secondFaculty,
  ],
  [
    "the interviewers' notes, once the list is frozen",
    (role, phase) => mayReadInterviews(role, phase === "purged" ? "draft" : "meeting", true),
  ],
  ["who is recused from whom", (...of) => shown(...of).recusals[secondFaculty] !== undefined],
  ["the hash of the locked list", (...of) => shown(...of).locks[0]?.sha256 !== undefined],
  [
    "how deep the list may go, from the program's own past",
    (role, phase) => phase !== "purged" && maySee(role, "depth"),
  ],
  ["the files: R3's, CSV and XLSX", (role, phase) => phase !== "purged" && maySee(role, "rankListFile")],
  [
    "an applicant from whom the viewer is recused",
    (...of) => recusedOf(...of).applicants[applicantId(1)] !== undefined,
  ],
  ["how many are withheld by the viewer's own recusals", (...of) => recusedOf(...of).withheldCount === 1],
];

/** A dot: as long as there is something to see, open or locked; else the phases by name. */
function cell(role: Role, isSeen: Look[1]): string {
  const seenIn = phases.filter((phase) => isSeen(role, phase)).join(", ");
  return seenIn === "open, locked" ? yes : seenIn;
}

const permissionRows = Object.values(permissions)
  .filter((permission) => permission.roles.length > 0)
  .map(({ words, roles: allowed, whenLocked, withHost }) => [
    words,
    ...roles.map((role) => (allowed.includes(role) ? yes : withHost && mayBeHanded(role) ? "as host" : "")),
    whenLocked ? yes : "",
  ]);

const socketAskers = askers.filter((asker) => asker !== "nobody");

const page = `# Who may do what, and who sees what

Written by tests/server/who-sees-what.test.ts from the tables that decide. Do not edit.

Recusal stands over everything: whoever is recused from an applicant neither sees nor changes anything of theirs, whatever their
role. Who is not on a meeting's roster sees nothing of it and is told that there is nothing. Administrators see nothing of a
meeting. Who came by passcode (${roles
  .filter(mayComeByPasscode)
  .map((role) => roleWords[role])
  .join(", ")} only) reaches that one meeting.

## Seen in a meeting

What redaction gives each role, tried in each phase on a meeting that has all of it. ${yes}: while the list is open and while it is
locked; otherwise the phases are named. Before somebody has pledged they are given nothing of it; of a purged meeting nothing is
left but what is named so.

${table(
  ["What", ...roleNames],
  looks.map(([thing, isSeen]) => [thing, ...roles.map((role) => cell(role, isSeen))]),
)}

## Done in a meeting

"As host": a chief resident to whom the program director has handed the host's part, who has signed in (ROLE-4).

${table(["What", ...roleNames, "while locked"], permissionRows)}

## Done at a meeting's door

${table(
  ["What", ...roleNames],
  Object.entries(doorActs).map(([act, allowed]) => [
    act.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
    ...forRoles(allowed),
  ]),
)}

## Done with a program

${table(
  ["What", ...roleNames, "Administrator"],
  Object.values(programPermissions).map(({ words, roles: allowed, administrator }) => [
    words,
    ...forRoles(allowed),
    administrator ? yes : "",
  ]),
)}

## Done with a season

${table(
  ["What", ...roleNames],
  Object.values(seasonPermissions).map(({ words, roles: allowed }) => [words, ...forRoles(allowed)]),
)}

## Answered to each message of a socket

+ theirs to ask, - not of their role, x no such meeting or none of theirs, ? no such applicant. To people of another program every
one of them is x, and so it is to whoever was admitted by passcode to another meeting; in their own they are answered as their
role is. Whoever has not pledged is asked for that first. Nobody gets past the handshake. What others are told by \`hold\` and
\`leave\` is told in the meeting's room only, and to nobody who is recused.

${table(
  ["Message", "", ...socketAskers],
  [
    ...Object.entries(messageRows).flatMap(([event, row]) =>
      typeof row === "string" ? [] : [[`\`${event}\``, "own", ...row.own.split(" ")]],
    ),
    ...Object.entries(commandRows).flatMap(([type, { own, recused }]) => [
      [`\`command ${type}\``, "own", ...own.split(" ")],
      ...(recused === undefined ? [] : [[`\`command ${type}\``, "recused", ...recused.split(" "), ""]]),
    ]),
  ],
)}

## Answered at each address

The status for each asker about their own program, about another one, and about an applicant they are recused from; "in" sends to
the sign-in page. By passcode: faculty whom a host has admitted to this meeting, and then to another.

${table(
  ["Address", "", ...askers, "by passcode"],
  routeRows.flatMap((row) => {
    const { route, method, about, own, other, recused } = row;
    const address = `\`${method} /${route}\`${about ? `, ${about}` : ""}`;
    const line = (relation: string, answers: string | undefined, byPasscode = "") => {
      if (answers === undefined) return [];
      const given = answers.split(" ");
      return [[address, relation, ...askers.map((_, at) => given[at] ?? ""), byPasscode]];
    };
    return [
      ...line("own", own, answerByPasscode(row)),
      ...line("other", other, nobodysAnswer(row)),
      ...line("recused", recused),
    ];
  }),
)}
`;

it("[ROLE-1] the matrix in docs/ is what the tables say", async () => {
  await expect(page).toMatchFileSnapshot("../../docs/who-sees-what.md");
});
