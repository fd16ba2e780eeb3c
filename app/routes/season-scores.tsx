// `/seasons/:seasonId/scores`: interview scores that can be compared, for those who prepare.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { told } from "../programs/answer";
import { ScoresScreen } from "../scores/scores-screen";
import { requirePerson } from "../sign-in/require-person";
import { Page } from "../ui/page";

export const meta: MetaFunction = () => [{ title: "Interview scores · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { page, leniency } = told(await context.scores.open(params.seasonId ?? "", person.id));
  return { person, page, leniency };
}

export default function SeasonScores() {
  const { person, page, leniency } = useLoaderData<typeof loader>();
  const { id, matchYear } = page.season;
  return (
    <Page title="Interview scores" person={person} under={{ to: `/seasons/${id}`, label: `Season ${matchYear}` }}>
      <ScoresScreen page={page} leniency={leniency} />
    </Page>
  );
}
