// The authorisation matrix of a program's history: rows of routes.ts.
import type { Ask, RouteRow } from "./route-row";

const none = "404 404 404 404 404 404";
const route = "programs/:programId/history";
const path = ({ subject }: Ask) => `/programs/${subject.program.programId}/history`;
const preparers = "200 200 200 403 403 403 403 in";

export const programHistoryRows: readonly RouteRow[] = [
  { route, method: "GET", path, own: preparers, other: none },
  {
    route,
    method: "POST",
    about: "changeClass",
    path,
    form: ({ subject, n }) => ({
      intent: "changeClass",
      track: subject.program.trackId,
      year: String(2000 + (n % 100)),
      version: String(n),
      started: "12",
    }),
    own: preparers,
    other: none,
  },
  {
    route,
    method: "POST",
    about: "somethingElse",
    path,
    form: () => ({ intent: "somethingElse" }),
    own: "400 400 400 400 400 400 400 in",
    other: "400 400 400 400 400 400",
  },
];
