// `/seasons/:seasonId/applicants`: everybody in a season, as far as the reader is told of them.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ApplicantList } from "../applicants/applicant-list";
import { told } from "../programs/answer";
import { seasonAbove } from "../seasons/season-above";
import { requirePerson } from "../sign-in/require-person";
import { Page } from "../ui/page";

export const meta: MetaFunction = () => [{ title: "Applicants · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { season, applicants } = told(await context.applicantFiles.list(params.seasonId ?? "", person.id));
  return { person, season, applicants };
}

export default function SeasonApplicants() {
  const { person, season, applicants } = useLoaderData<typeof loader>();
  return (
    <Page title="Applicants" person={person} under={seasonAbove(season)}>
      <ApplicantList seasonId={season.id} applicants={applicants} />
    </Page>
  );
}
