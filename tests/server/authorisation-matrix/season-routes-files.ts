// The authorisation matrix of a season's applicants and their files: rows of routes.ts.
import type { Ask, RouteRow } from "./route-row";

const none = "404 404 404 404 404 404";
const readers = "200 200 200 200 200 403 404 in";
const preparers = "200 200 200 403 403 403 404 in";
const applicants = ({ subject }: Ask) => `/seasons/${subject.program.seasonId}/applicants`;
const file = (ask: Ask) => `${applicants(ask)}/${ask.subject.applicantId}`;
const nothing = "dddddddd-0000-4000-8000-00000000dead";

const onFile = (about: string, own: string, form: (ask: Ask) => Record<string, string>): RouteRow => ({
  route: "seasons/:seasonId/applicants/:applicantId",
  method: "POST",
  about,
  path: file,
  form,
  own,
  other: none,
  recused: own.startsWith("200 200 200 403") ? "404 404 404 403 403 403" : "404 404 404 404 404 403",
});

export const applicantFileRows: readonly RouteRow[] = [
  {
    route: "seasons/:seasonId/applicants",
    method: "GET",
    path: applicants,
    own: readers,
    other: none,
    recused: "200 200 200 200 200 403",
  },
  {
    route: "seasons/:seasonId/applicants/:applicantId",
    method: "GET",
    path: file,
    own: readers,
    other: none,
    recused: "404 404 404 404 404 403",
  },
  // Left as it is: an entry that the file has not.
  onFile("change", preparers, () => ({ intent: "change", part: "interruptedWhy", was: "", sentence: "" })),
  onFile("ask", readers, ({ subject, n }) => ({
    intent: "ask",
    question: `Why was that? ${n}`,
    ownerId: subject.program.people.pd.id,
  })),
  // No such question or call of theirs.
  onFile("answer", "404 404 404 404 404 403 404 in", () => ({
    intent: "answer",
    id: nothing,
    answer: "Because of illness.",
  })),
  onFile("strikeQuestion", "404 404 404 404 404 403 404 in", () => ({
    intent: "strikeQuestion",
    id: nothing,
    reason: "It was asked twice.",
  })),
  onFile("logContact", readers, () => ({
    intent: "logContact",
    colleague: "Dr Orla Finch",
    relation: "Clerkship director",
    heldOn: "2026-11-20",
    sentence: "Asks for help early.",
  })),
  onFile("strikeContact", "404 404 404 404 404 403 404 in", () => ({
    intent: "strikeContact",
    id: nothing,
    reason: "About somebody else.",
  })),
  {
    ...onFile("somethingElse", "400 400 400 400 400 400 400 in", () => ({ intent: "somethingElse" })),
    other: "400 400 400 400 400 400",
    recused: "400 400 400 400 400 400",
  },
];
