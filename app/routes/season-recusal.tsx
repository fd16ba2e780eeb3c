// `/seasons/:seasonId/recusal`: declaring a conflict of interest, before the meeting or beside it.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowed, refused, told, typedIn } from "../programs/answer";
import { readForm } from "../read-form";
import { RecusalScreen } from "../recusals/recusal-screen";
import { requirePerson } from "../sign-in/require-person";

export const meta: MetaFunction = () => [{ title: "Declare a recusal · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { page } = told(await context.seasons.recusalPage(params.seasonId ?? "", person.id));
  return { person, page, chosen: new URL(request.url).searchParams.get("applicant") ?? "" };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const { intent, typed } = typedIn(await readForm(request));
  if (intent !== "recuse") throw data(null, { status: 400 });
  const { applicantId = "", ...rest } = typed;
  const answer = allowed(await context.seasons.declareRecusal(params.seasonId ?? "", applicantId, person.id, rest));
  return answer.ok ? answer : refused(answer);
}

export default function SeasonRecusal() {
  return <RecusalScreen {...useLoaderData<typeof loader>()} />;
}
