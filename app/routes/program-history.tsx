// `/programs/:programId/history`: the program's own past, in counts.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HistoryScreen } from "../history/history-screen";
import { allowed, refused, told, typedIn } from "../programs/answer";
import { readForm } from "../read-form";
import { requirePerson } from "../sign-in/require-person";
import { Page } from "../ui/page";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { history } = told(await context.history.open(params.programId ?? "", person.id));
  return { person, history };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `History of ${loaded?.history.programName ?? "a program"} · Rank Room` },
];

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const { intent, typed } = typedIn(await readForm(request));
  if (intent !== "changeClass") throw data(null, { status: 400 });
  const answer = allowed(await context.history.changeClass(params.programId ?? "", person.id, typed));
  return answer.ok ? answer : refused(answer);
}

export default function ProgramHistoryPage() {
  const { person, history } = useLoaderData<typeof loader>();
  const under = { to: `/programs/${history.programId}`, label: history.programName };
  return (
    <Page title="History" person={person} under={under}>
      <HistoryScreen history={history} />
    </Page>
  );
}
