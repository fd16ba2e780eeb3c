// `/programs/:programId/history`: the program's own past, in counts.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HistoryScreen } from "../history/history-screen";
import { told } from "../programs/answer";
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

export default function ProgramHistoryPage() {
  const { person, history } = useLoaderData<typeof loader>();
  const under = { to: `/programs/${history.programId}`, label: history.programName };
  return (
    <Page title="History" person={person} under={under}>
      <HistoryScreen history={history} />
    </Page>
  );
}
