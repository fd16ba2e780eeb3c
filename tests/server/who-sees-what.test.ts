// The matrix of role, thing and phase as people read it, docs/who-sees-what.md: generated from the tables that decide
// (domain/policy), from what redaction really gives (domain/redact), and from the routes' own matrix. It cannot fall behind:
// the build fails until it is written anew, with `npm test -- tests/server/who-sees-what.test.ts -u`.
import { expect, it } from "vitest";
import type { MeetingState } from "../../domain/meeting";
import { type Role, roles, roleWords } from "../../domain/member";
import {
  doorActs,
  mayComeByPasscode,
  mayReadInterviews,
  maySee,
  permissions,
  programPermissions,
} from "../../domain/policy";
import { redactState, viewOf } from "../../domain/redact";
import { seasonPermissions } from "../../domain/season-policy";
import { aMeeting, applicantId, member, secondFaculty } from "../support/a-meeting";
import { askers } from "./authorisation-matrix/asker";
import { routeRows } from "./authorisation-matrix/routes";

const yes = "●";
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, at) => (at === 0 ? "---" : ":-:")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
const forRoles = (allowed: readonly Role[]): string[] => roles.map((role) => (allowed.includes(role) ? yes : ""));
const roleNames = roles.map((role) => roleWords[role]);

/** A meeting in which there is something of everything to see. Applicant 1 is the one from whom members are recused. */
function fullMeeting(flagAuthorsShown: boolean): MeetingState {
  const meeting = aMeeting({ protected: 3, middle: 4, red: 1 });
  if (!flagAuthorsShown) meeting.record({ type: "settingsChanged", flagAuthorsShown });
  return meeting
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
    .do({ type: "declareRecusal", applicantId: applicantId(3) }, secondFaculty)
    .record({ type: "listLocked", version: 1, sha256: "0".repeat(64) }, member.pd).state;
}

function seen(state: MeetingState, role: Role): MeetingState {
  const view = viewOf(state, member[role]);
  if (!view) throw new Error(`a ${role} sees nothing`);
  return redactState(state, view, member[role]);
}

const recusedOf = (role: Role): MeetingState =>
  seen(
    aMeeting({ protected: 3, middle: 4, red: 1 }).do(
      { type: "declareRecusal", applicantId: applicantId(1) },
      member[role],
    ).state,
    role,
  );

type Look = [thing: string, isSeen: (role: Role) => boolean];
const shown = fullMeeting(true);
const hidden = fullMeeting(false);
const looks: Look[] = [
  ["the list, ranks and zones", (role) => seen(shown, role).order.protected.length === 3],
  ["an applicant's file", (role) => seen(shown, role).applicants[applicantId(2)] !== undefined],
  ["sponsorship needs in it", (role) => seen(shown, role).applicants[applicantId(2)]?.visa !== undefined],
  ["endorsements and flags, with their sentences", (role) => Object.keys(seen(shown, role).flags).length === 1],
  ["who raised a flag", (role) => Object.values(seen(shown, role).flags)[0]?.by === secondFaculty],
  [
    "who raised a flag, where the program shows it to hosts only",
    (role) => Object.values(seen(hidden, role).flags)[0]?.by === secondFaculty,
  ],
  ["the interviewers' notes, once the list is frozen", (role) => mayReadInterviews(role, "meeting", true)],
  ["who is recused from whom", (role) => seen(shown, role).recusals[secondFaculty] !== undefined],
  ["the hash of the locked list", (role) => seen(shown, role).locks[0]?.sha256 !== undefined],
  ["the files: R3's, CSV and XLSX", (role) => maySee(role, "rankListFile")],
  ["an applicant from whom the viewer is recused", (role) => recusedOf(role).applicants[applicantId(1)] !== undefined],
  ["how many are withheld by the viewer's own recusals", (role) => recusedOf(role).withheldCount === 1],
];

const commandRows = Object.values(permissions)
  .filter((permission) => permission.roles.length > 0)
  .map(({ words, roles: allowed, whenLocked }) => [words, ...forRoles(allowed), whenLocked ? yes : ""]);

const page = `# Who may do what, and who sees what

Written by tests/server/who-sees-what.test.ts from the tables that decide. Do not edit.

Recusal stands over everything: whoever is recused from an applicant neither sees nor changes anything of theirs, whatever their
role. Who is not on a meeting's roster sees nothing of it and is told that there is nothing. Administrators see nothing of a
meeting. Who came by passcode (${roles
  .filter(mayComeByPasscode)
  .map((role) => roleWords[role])
  .join(", ")} only) reaches that one meeting.

## Seen in a meeting

In every phase; what redaction gives each role, tried on a meeting that has all of it.

${table(
  ["What", ...roleNames],
  looks.map(([thing, isSeen]) => [thing, ...roles.map((role) => (isSeen(role) ? yes : ""))]),
)}

## Done in a meeting

${table(["What", ...roleNames, "while locked"], commandRows)}

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

## Answered at each address

The status for each asker about their own program, about another one, and about an applicant they are recused from; "in" sends to
the sign-in page.

${table(
  ["Address", "", ...askers],
  routeRows.flatMap(({ route, method, about, own, other, recused }) => {
    const address = `\`${method} /${route}\`${about ? `, ${about}` : ""}`;
    const line = (relation: string, answers: string | undefined) => {
      if (answers === undefined) return [];
      const given = answers.split(" ");
      return [[address, relation, ...askers.map((_, at) => given[at] ?? "")]];
    };
    return [...line("own", own), ...line("other", other), ...line("recused", recused)];
  }),
)}
`;

it("[ROLE-1] the matrix in docs/ is what the tables say", async () => {
  await expect(page).toMatchFileSnapshot("../../docs/who-sees-what.md");
});
