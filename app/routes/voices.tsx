// `/seasons/:seasonId/voices`: how much each voice weighs in tallies, for everybody but observers; changed by the director.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowed, refused, told, typedIn } from "../programs/answer";
import { readForm } from "../read-form";
import { requirePerson } from "../sign-in/require-person";
import { VoicesScreen } from "../voices/voices-screen";

export const meta: MetaFunction = () => [{ title: "Weights of voices · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { page } = told(await context.voices.open(params.seasonId ?? "", person.id));
  return { person, page };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const { intent, typed } = typedIn(await readForm(request));
  if (intent !== "weigh") throw data(null, { status: 400 });
  const answer = allowed(await context.voices.change(params.seasonId ?? "", person.id, typed));
  return answer.ok ? answer : refused(answer);
}

export default function Voices() {
  return <VoicesScreen {...useLoaderData<typeof loader>()} />;
}
