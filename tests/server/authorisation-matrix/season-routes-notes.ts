// The rows of interview notes, of who interviews whom, and of the scores.
import { randomUUID } from "node:crypto";
import { saveTypedNote } from "../../../db/interview-notes";
import { findOrAddPerson } from "../../../db/people";
import type { Ask, RouteRow } from "./route-row";

const none = "404 404 404 404 404 404";
/** Before it is asked whose the season is. */
const notUnderstood = "400 400 400 400 400 400";
const interviewers = "200 200 403 200 200 403 404 in";
const preparers = "200 200 200 403 403 403 404 in";
const hosts = "200 200 403 403 403 403 404 in";
/** Recused interviewers are answered as strangers of the applicant, the others as what they are. */
const recusedInterviewers = "404 404 403 404 404 403";

const season = ({ subject }: Ask) => `/seasons/${subject.program.seasonId}`;
const notes = (ask: Ask) => `${season(ask)}/notes`;
const interviews = (ask: Ask) => `${season(ask)}/interviews`;
const about = (ask: Ask) => `${season(ask)}/applicants/${ask.subject.applicantId}/notes`;

/** A note that stands of the applicant asked about, by somebody who does not ask. */
async function aNote({ db, subject, n }: Ask): Promise<string> {
  const { seasonId } = subject.program;
  const authorId = await findOrAddPerson(db, { name: `Author ${n}`, email: `author${n}@a.example.org` });
  const outcome = await saveTypedNote(db, {
    seasonId,
    applicantId: subject.applicantId,
    authorId,
    content: { text: "Calm on the wards." },
    saveId: randomUUID(),
    base: null,
    at: new Date(),
  });
  const note = outcome.outcome === "saved" ? outcome.note : outcome.standing;
  return note?.id ?? "";
}

const inboxPost = (intent: string, own: string, form: RouteRow["form"]): RouteRow => ({
  route: "seasons/:seasonId/notes/:applicantId?",
  method: "POST",
  about: intent,
  path: notes,
  form: async (ask) => ({ intent, ...(await form?.(ask)) }),
  own,
  other: none,
});

const interviewsPost = (intent: string, own: string, form: RouteRow["form"]): RouteRow => ({
  route: "seasons/:seasonId/interviews",
  method: "POST",
  about: intent,
  path: interviews,
  form: async (ask) => ({ intent, ...(await form?.(ask)) }),
  own,
  other: none,
});

const otherwise = (row: RouteRow): RouteRow => ({
  ...row,
  about: "something else",
  form: () => ({ intent: "somethingElse" }),
  own: "400 400 400 400 400 400 400 in",
  other: notUnderstood,
  recused: notUnderstood,
});

const inbox = {
  route: "seasons/:seasonId/notes/:applicantId?",
  method: "GET",
  other: none,
} as const;

const add = {
  ...inboxPost("add", "302 302 403 302 302 403 404 in", ({ subject }) => ({ applicantId: subject.applicantId })),
  recused: recusedInterviewers,
};
const assign: RouteRow = {
  ...interviewsPost("assign", preparers, ({ subject }) => ({
    memberId: subject.program.people.chief.id,
    ticked: subject.applicantId,
    heldOn: "2026-12-04",
  })),
  recused: "404 404 404 403 403 403",
};
const strikeAbout: RouteRow = {
  route: "seasons/:seasonId/applicants/:applicantId/notes",
  method: "POST",
  about: "strike",
  path: about,
  form: async (ask) => ({ intent: "strike", noteId: await aNote(ask), reason: "Meant for another applicant." }),
  own: "200 200 403 404 404 403 404 in",
  other: none,
  recused: recusedInterviewers,
};

export const noteRows: readonly RouteRow[] = [
  { ...inbox, about: "the list", path: notes, own: interviewers, recused: "200 200 403 200 200 403" },
  {
    ...inbox,
    about: "somebody who is not mine",
    path: (ask) => `${notes(ask)}/dddddddd-0000-4000-8000-00000000dead`,
    own: "404 404 403 404 404 403 404 in",
  },
  add,
  otherwise(add),
  {
    route: "seasons/:seasonId/notes/:applicantId/save",
    method: "GET",
    path: (ask) => `${notes(ask)}/${ask.subject.applicantId}/save`,
    own: "405 405 405 405 405 405 405 405",
    other: "405 405 405 405 405 405",
  },
  {
    route: "seasons/:seasonId/notes/:applicantId/save",
    method: "POST",
    path: (ask) => `${notes(ask)}/${ask.subject.applicantId}/save`,
    form: () => ({ save: JSON.stringify({ saveId: randomUUID(), base: null, content: { text: "Read up on us." } }) }),
    own: "200 200 403 200 200 403 404 401",
    other: none,
    recused: recusedInterviewers,
  },
  {
    route: "seasons/:seasonId/applicants/:applicantId/notes",
    method: "GET",
    path: about,
    own: hosts,
    other: none,
    recused: "404 404 403 403 403 403",
  },
  strikeAbout,
  otherwise(strikeAbout),
  {
    route: "seasons/:seasonId/note-versions/:noteId",
    method: "GET",
    // Of nobody's note; who may read whose is told in interview-notes.pg.test.ts.
    path: (ask) => `${season(ask)}/note-versions/dddddddd-0000-4000-8000-00000000dead`,
    own: "404 404 403 404 404 403 404 in",
    other: none,
  },
  {
    route: "seasons/:seasonId/interviews",
    method: "GET",
    path: (ask) => `${interviews(ask)}?interviewer=${ask.subject.program.people.faculty.id}`,
    own: preparers,
    other: none,
    recused: "200 200 200 403 403 403",
  },
  assign,
  // No mail server is set here.
  interviewsPost("remind", "409 409 403 403 403 403 404 in", undefined),
  otherwise(assign),
  {
    route: "seasons/:seasonId/scores",
    method: "GET",
    path: (ask) => `${season(ask)}/scores`,
    own: preparers,
    other: none,
    recused: "200 200 200 403 403 403",
  },
  {
    route: "meetings/:id/agenda-scores",
    method: "GET",
    path: ({ subject }) => `/meetings/${subject.program.meetingId}/agenda-scores`,
    own: "200 200 404 404 404 404 404 401",
    other: none,
  },
  {
    route: "meetings/:id/applicants/:applicantId/beside",
    method: "GET",
    path: ({ subject }) => `/meetings/${subject.program.meetingId}/applicants/${subject.applicantId}/beside`,
    own: "200 200 200 200 200 404 404 401",
    other: none,
    recused: none,
    byPasscode: "200",
  },
  {
    route: "meetings/:id/applicants/:applicantId/interview",
    method: "GET",
    path: ({ subject }) => `/meetings/${subject.program.meetingId}/applicants/${subject.applicantId}/interview`,
    own: "200 200 200 200 200 404 404 401",
    other: none,
    recused: none,
    byPasscode: "200",
  },
];
