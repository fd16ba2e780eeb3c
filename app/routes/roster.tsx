// `/programs/:programId/roster`: the people of a program, for those who look after them.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowed, refused, told, typedIn } from "../programs/answer";
import { readForm } from "../read-form";
import { RosterScreen } from "../roster/roster-screen";
import { requirePerson } from "../sign-in/require-person";
import { Page } from "../ui/page";

const changes = ["add", "change", "remove", "invite", "inviteEverybody"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { roster } = told(await context.roster.open(params.programId ?? "", person.id));
  return { person, roster };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `Roster${loaded ? ` of ${loaded.roster.name}` : ""} · Rank Room` },
];

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const { intent, typed } = typedIn(await readForm(request));
  const change = changes.find((name) => name === intent);
  if (!change) throw data(null, { status: 400 });
  const answer = allowed(await context.roster[change](params.programId ?? "", person.id, typed));
  return answer.ok ? answer : refused(answer);
}

export default function Roster() {
  const { person, roster } = useLoaderData<typeof loader>();
  return (
    <Page title="Roster" person={person} under={{ to: `/programs/${roster.id}`, label: roster.name }}>
      <RosterScreen roster={roster} />
    </Page>
  );
}
