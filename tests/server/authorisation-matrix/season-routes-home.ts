// The authorisation matrix of a season's home: rows of routes.ts.
import type { Ask, RouteRow } from "./route-row";

const none = "404 404 404 404 404 404";
const preparers = "200 200 200 403 403 403 404 in";
const season = ({ subject }: Ask) => `/seasons/${subject.program.seasonId}`;
const post = (about: string, own: string, form: (ask: Ask) => Record<string, string>): RouteRow => ({
  route: "seasons/:seasonId",
  method: "POST",
  about,
  path: season,
  form: (ask) => ({ intent: about, ...form(ask) }),
  own,
  other: none,
});

const director = "200 403 403 403 403 403";
const equity = (ask: Ask) => `${season(ask)}/equity`;
const onEquity = (about: string, own: string, form: Record<string, string>): RouteRow => ({
  route: "seasons/:seasonId/equity",
  method: "POST",
  about,
  path: equity,
  form: () => form,
  own,
  other: none,
});

const recusal = (ask: Ask) => `${season(ask)}/recusal`;
const onRecusal = (about: string, form: (ask: Ask) => Record<string, string>): Omit<RouteRow, "own"> => ({
  route: "seasons/:seasonId/recusal",
  method: "POST",
  about,
  path: recusal,
  form,
  other: none,
});

export const seasonHomeRows: readonly RouteRow[] = [
  {
    route: "seasons/:seasonId",
    method: "GET",
    path: season,
    own: preparers,
    other: none,
    recused: "200 200 200 403 403 403",
  },
  post("changeFunnel", preparers, ({ n }) => ({ year: String(2000 + (n % 100)), version: String(n), applied: "1200" })),
  {
    ...post("somethingElse", "400 400 400 400 400 400 400 in", () => ({})),
    other: "400 400 400 400 400 400",
  },
  {
    route: "seasons/:seasonId/recusal",
    method: "GET",
    path: recusal,
    own: "200 200 200 200 200 200 404 in",
    other: none,
    recused: "200 200 200 200 200 200",
  },
  {
    ...onRecusal("nobody's", ({ n }) => ({
      intent: "recuse",
      applicantId: `dddddddd-0000-4000-8000-${String(n).padStart(12, "0")}`,
    })),
    own: "404 404 404 404 404 404 404 in",
  },
  {
    ...onRecusal("something else", () => ({ intent: "somethingElse" })),
    own: "400 400 400 400 400 400 400 in",
    other: "400 400 400 400 400 400",
  },
  {
    route: "seasons/:seasonId/equity",
    method: "GET",
    path: equity,
    own: `${director} 404 in`,
    other: none,
    recused: director,
  },
  onEquity("kept", `${director} 404 in`, { intent: "keep", kept: "yes" }),
  onEquity("erased", `${director} 404 in`, { intent: "keep", kept: "no" }),
  onEquity("neither", "400 403 403 403 403 403 404 in", { intent: "keep", kept: "perhaps" }),
  {
    ...onEquity("something else", "400 400 400 400 400 400 400 in", { intent: "somethingElse" }),
    other: "400 400 400 400 400 400",
  },
];
