// The authorisation matrix of a season's imports: rows of routes.ts. An import is its starter's alone, so that of another, or of
// nobody, is answered 404 to everybody who may import at all.
import type { Ask, RouteRow } from "./route-row";

const none = "404 404 404 404 404 404";
const season = ({ subject }: Ask) => `/seasons/${subject.program.seasonId}`;
const imports = (ask: Ask) => `${season(ask)}/import`;
const nobodys = (ask: Ask) => `${imports(ask)}/dddddddd-0000-4000-8000-00000000dead`;

const ofNobody = { own: "404 404 404 403 403 403 404 in", other: none };
const fileOfNobody = { own: "404 404 404 403 403 403 404 401", other: none };

const onImport = (intent: string, form: Record<string, string> = {}): RouteRow => ({
  route: "seasons/:seasonId/import/:importId",
  method: "POST",
  about: intent,
  path: nobodys,
  form: () => ({ intent, ...form }),
  ...ofNobody,
});

const aFile = ({ n }: Ask) =>
  new File([`AAMC ID,Applicant Name\n${30_000_000 + n},"Uploaded ${n}"\n`], `${n}.csv`, { type: "text/csv" });

export const importRows: readonly RouteRow[] = [
  {
    route: "seasons/:seasonId/import",
    method: "GET",
    path: imports,
    own: "200 200 200 403 403 403 404 in",
    other: none,
    recused: "200 200 200 403 403 403",
  },
  {
    route: "seasons/:seasonId/import",
    method: "POST",
    about: "upload",
    path: imports,
    form: (ask) => ({ intent: "upload", kind: "", file: aFile(ask) }),
    own: "302 302 302 403 403 403 404 in",
    other: none,
  },
  {
    route: "seasons/:seasonId/import",
    method: "POST",
    about: "a file that is none",
    path: imports,
    form: () => ({ intent: "upload", kind: "", file: new File(["MZ\u0000\u0001"], "applicants.csv") }),
    own: "400 400 400 403 403 403 404 in",
    other: none,
  },
  {
    route: "seasons/:seasonId/import",
    method: "POST",
    about: "photos hidden",
    path: imports,
    form: () => ({ intent: "showPhotos", shown: "no" }),
    own: "200 403 403 403 403 403 404 in",
    other: none,
  },
  {
    route: "seasons/:seasonId/import",
    method: "POST",
    about: "nobody's taken back",
    path: imports,
    form: () => ({ intent: "undoOthers", importId: "dddddddd-0000-4000-8000-00000000dead" }),
    own: "404 403 404 403 403 403 404 in",
    other: none,
  },
  {
    route: "seasons/:seasonId/import",
    method: "POST",
    about: "something else",
    path: imports,
    form: () => ({ intent: "somethingElse" }),
    own: "400 400 400 403 403 403 404 in",
    other: none,
  },
  { route: "seasons/:seasonId/import/:importId", method: "GET", path: nobodys, ...ofNobody },
  ...["changeKind", "check", "remap", "commit", "stop", "discard", "undo"].map((intent) => onImport(intent)),
  { ...onImport("somethingElse"), own: "400 400 400 400 400 400 400 in", other: "400 400 400 400 400 400" },
  {
    route: "seasons/:seasonId/import/:importId/state",
    method: "GET",
    path: (ask) => `${nobodys(ask)}/state`,
    ...fileOfNobody,
  },
  {
    route: "seasons/:seasonId/import/:importId/bad-rows.csv",
    method: "GET",
    path: (ask) => `${nobodys(ask)}/bad-rows.csv`,
    ...fileOfNobody,
  },
  {
    route: "seasons/:seasonId/applicants/:applicantId/photo",
    method: "GET",
    path: (ask) => `${season(ask)}/applicants/${ask.subject.applicantId}/photo`,
    // The season shows none.
    own: "404 404 404 404 404 403 404 401",
    other: none,
    recused: "404 404 404 404 404 403",
  },
];
