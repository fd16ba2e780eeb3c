// `/seasons/:seasonId/rubric/change`: the director's form for a new version, with a preview of what it would do.
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowed, refused, told, typedIn } from "../programs/answer";
import { readForm } from "../read-form";
import { RubricForm } from "../rubric/rubric-form";
import { requirePerson } from "../sign-in/require-person";
import { Page } from "../ui/page";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { page } = told(await context.rubrics.open(params.seasonId ?? "", person.id, "changeRubric"));
  return { person, page };
}

export const meta: MetaFunction = () => [{ title: "Change the rubric · Rank Room" }];

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const seasonId = params.seasonId ?? "";
  const { typed } = typedIn(await readForm(request));
  const changed = allowed(await context.rubrics.change(seasonId, person.id, typed));
  if (!changed.ok) return refused(changed);
  throw redirect(`/seasons/${seasonId}/rubric`);
}

export default function SeasonRubricChange() {
  const { person, page } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Change the rubric"
      person={person}
      under={{ to: `/seasons/${page.season.id}/rubric`, label: "Rubric" }}
    >
      <RubricForm page={page} />
    </Page>
  );
}
