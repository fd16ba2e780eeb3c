// `/seasons/:seasonId/equity`: the equity check, for program directors; and whether protected columns are kept for it.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EquityScreen } from "../equity/equity-screen";
import { allowed, refused, told, typedIn } from "../programs/answer";
import { readForm } from "../read-form";
import { seasonAbove } from "../seasons/season-above";
import { requirePerson } from "../sign-in/require-person";
import { Page } from "../ui/page";

export const meta: MetaFunction = () => [{ title: "Equity check · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { page } = told(await context.equity.open(params.seasonId ?? "", person.id));
  return { person, page };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const { intent, typed } = typedIn(await readForm(request));
  if (intent !== "keep") throw data(null, { status: 400 });
  const answer = allowed(await context.equity.keep(params.seasonId ?? "", person.id, typed));
  return answer.ok ? answer : refused(answer);
}

export default function SeasonEquity() {
  const { person, page } = useLoaderData<typeof loader>();
  return (
    <Page title="Equity check" person={person} under={seasonAbove(page.season)}>
      <EquityScreen page={page} />
    </Page>
  );
}
