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
];
