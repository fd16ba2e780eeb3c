// The rows of a season's rubric.
import { addFloorException } from "../../../db/floor-exceptions";
import { defaultRubric } from "../../../domain/rubric";
import { typedOf } from "../../../domain/rubric-typed";
import type { Ask, RouteRow } from "./route-row";

const none = "404 404 404 404 404 404";
/** Before it is asked whose the season is. */
const notUnderstood = "400 400 400 400 400 400";
const preparers = "200 200 200 403 403 403 404 in";
const hosts = "200 200 403 403 403 403 404 in";
const rubric = ({ subject }: Ask) => `/seasons/${subject.program.seasonId}/rubric`;

/** Whom the asker is recused from; else somebody whom no asker just before or after asks about. */
const about = ({ world, subject, n }: Ask): string => {
  const [seen, ...others] = world.a.applicantIds;
  return subject.applicantId === seen ? (others[1 + (n % 5)] ?? "") : subject.applicantId;
};

const onApplicant = (intent: string, own: string, form: Record<string, string>): RouteRow => ({
  route: "seasons/:seasonId/rubric",
  method: "POST",
  about: intent,
  path: rubric,
  form: (ask) => ({ intent, applicantId: about(ask), ...form }),
  own,
  other: none,
  recused: "404 404 403 403 403 403",
});

const strike = onApplicant("strikeException", hosts, { reason: "Entered for another applicant." });

export const rubricRows: readonly RouteRow[] = [
  {
    route: "seasons/:seasonId/rubric",
    method: "GET",
    path: rubric,
    own: preparers,
    other: none,
    recused: "200 200 200 403 403 403",
  },
  onApplicant("rate", hosts, { line: "lettersAndFit", rating: "4", source: "A letter of the chair." }),
  onApplicant("makeException", hosts, { reason: "Strong on the wards." }),
  {
    ...strike,
    form: async (ask) => {
      const { seasonId, people } = ask.subject.program;
      const made = { seasonId, applicantId: about(ask), reason: "Strong.", authorId: people.pd.id, at: new Date() };
      await addFloorException(ask.db, made);
      return (await strike.form?.(ask)) ?? {};
    },
  },
  {
    ...onApplicant("somethingElse", "400 400 400 400 400 400 400 in", {}),
    other: notUnderstood,
    recused: notUnderstood,
  },
  {
    route: "seasons/:seasonId/rubric/change",
    method: "GET",
    path: (ask) => `${rubric(ask)}/change`,
    own: "200 403 403 403 403 403 404 in",
    other: none,
    recused: "200 403 403 403 403 403",
  },
  {
    route: "seasons/:seasonId/rubric/change",
    method: "POST",
    path: (ask) => `${rubric(ask)}/change`,
    form: () => ({ ...typedOf(defaultRubric), version: "0", reason: "To begin with." }),
    own: "302 403 403 403 403 403 404 in",
    other: none,
  },
  {
    route: "seasons/:seasonId/rubric/versions",
    method: "GET",
    path: (ask) => `${rubric(ask)}/versions`,
    own: preparers,
    other: none,
  },
];
