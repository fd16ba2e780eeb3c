// `/seasons/:seasonId/rubric`: the rubric, everybody's score with its explanation, ratings by hand, exceptions from the floor.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowed, refused, told, typedIn } from "../programs/answer";
import { readForm } from "../read-form";
import { RubricScreen } from "../rubric/rubric-screen";
import { seasonAbove } from "../seasons/season-above";
import { requirePerson } from "../sign-in/require-person";
import { Page } from "../ui/page";

const acts = ["rate", "makeException", "strikeException"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { page } = told(await context.rubrics.open(params.seasonId ?? "", person.id, "viewRubric"));
  return { person, page };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `Rubric ${loaded?.page.season.matchYear ?? ""} · Rank Room` },
];

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const { intent, typed } = typedIn(await readForm(request));
  const act = acts.find((name) => name === intent);
  if (!act) throw data(null, { status: 400 });
  const answer = allowed(await context.rubrics[act](params.seasonId ?? "", person.id, typed));
  return answer.ok ? answer : refused(answer);
}

export default function SeasonRubric() {
  const { person, page } = useLoaderData<typeof loader>();
  return (
    <Page title="Rubric" person={person} under={seasonAbove(page.season)}>
      <RubricScreen page={page} />
    </Page>
  );
}
