// `/seasons/:seasonId/rubric/versions?from=1&to=2`: every version, and two of them compared.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { told } from "../programs/answer";
import { VersionsScreen } from "../rubric/versions-screen";
import { requirePerson } from "../sign-in/require-person";
import { Page } from "../ui/page";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { season, versions } = told(await context.rubrics.versions(params.seasonId ?? "", person.id));
  const asked = new URL(request.url).searchParams;
  const find = (name: string) => versions.find(({ version }) => String(version) === asked.get(name));
  const [newest, last] = versions;
  if (!newest) throw new Error("the default is always there");
  return { person, season, versions, before: find("from") ?? last ?? newest, after: find("to") ?? newest };
}

export const meta: MetaFunction = () => [{ title: "Versions of the rubric · Rank Room" }];

export default function SeasonRubricVersions() {
  const { person, season, ...screen } = useLoaderData<typeof loader>();
  const under = { to: `/seasons/${season.id}/rubric`, label: "Rubric" };
  return (
    <Page title="Versions of the rubric" person={person} under={under}>
      <VersionsScreen key={`${screen.before.version}-${screen.after.version}`} {...screen} />
    </Page>
  );
}
