// The rows of the preliminary list and of the weights of voices. The programs' seasons came with their meetings: frozen from the
// start, and without a draft (tests/server/preliminary.pg.test.ts has those).
import type { Ask, RouteRow } from "./route-row";

const none = "404 404 404 404 404 404";
const page = "200 200 200 403 403 403 404 in";
/** Asked for by a part of a page: told in words, also to nobody. */
const part = "200 200 200 403 403 403 404 401";
const conflict = "409 409 409 403 403 403 404 in";

const season = ({ subject }: Ask) => `/seasons/${subject.program.seasonId}`;
const list = (ask: Ask) => `${season(ask)}/preliminary`;

const onList = (intent: string, own: string, form: Record<string, string> = {}): RouteRow => ({
  route: "seasons/:seasonId/preliminary",
  method: "POST",
  about: intent,
  path: list,
  form: () => ({ intent, ...form }),
  own,
  other: none,
});

export const preliminaryRows: readonly RouteRow[] = [
  {
    route: "seasons/:seasonId/preliminary",
    method: "GET",
    path: list,
    own: page,
    other: none,
    recused: "200 200 200 403 403 403",
  },
  onList("arrange", conflict, { source: "scores", protectedCount: "2", plan: "none" }),
  onList("freeze", "409 403 403 403 403 403 404 in"),
  {
    route: "seasons/:seasonId/preliminary/proposal",
    method: "GET",
    path: (ask) => `${list(ask)}/proposal?source=scores&protectedCount=2`,
    own: "409 409 409 403 403 403 404 401",
    other: none,
  },
  {
    route: "seasons/:seasonId/preliminary/difference",
    method: "GET",
    path: (ask) => `${list(ask)}/difference?from=now&to=now`,
    own: part,
    other: none,
    recused: "200 200 200 403 403 403",
  },
  {
    route: "seasons/:seasonId/preliminary/checks",
    method: "GET",
    path: (ask) => `${list(ask)}/checks`,
    own: part,
    other: none,
    recused: "200 200 200 403 403 403",
  },
  {
    route: "seasons/:seasonId/preliminary/checks",
    method: "GET",
    about: "of one applicant",
    path: (ask) => `${list(ask)}/checks?applicant=${ask.subject.applicantId}`,
    own: part,
    other: none,
    recused: "404 404 404 403 403 403",
  },
  {
    route: "seasons/:seasonId/voices",
    method: "GET",
    path: (ask) => `${season(ask)}/voices`,
    own: "200 200 200 200 200 403 404 in",
    other: none,
  },
  {
    route: "seasons/:seasonId/voices",
    method: "POST",
    about: "weigh",
    path: (ask) => `${season(ask)}/voices`,
    form: ({ subject }) => ({
      intent: "weigh",
      memberId: subject.program.people.chief.id,
      weight: "2",
      reason: "Ran the wards all year.",
      version: "0",
    }),
    own: "200 403 403 403 403 403 404 in",
    other: none,
  },
  {
    route: "meetings/:id/voices",
    method: "GET",
    path: ({ subject }) => `/meetings/${subject.program.meetingId}/voices`,
    own: "200 200 200 200 200 403 404 401",
    other: none,
    byPasscode: "200",
  },
];
