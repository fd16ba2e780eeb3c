// `/seasons/:seasonId`: a season's home, for those who prepare it.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { told } from "../programs/answer";
import { requirePerson } from "../sign-in/require-person";
import { buttonStyle } from "../ui/button-style";
import { Page } from "../ui/page";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { season } = told(await context.seasons.open(params.seasonId ?? "", person.id));
  return { person, season };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `Season ${loaded?.season.matchYear ?? ""} · Rank Room` },
];

export default function Season() {
  const { person, season } = useLoaderData<typeof loader>();
  const { programId, programName, programCode, matchYear, applicantCount, meetingId, isFrozen } = season;
  return (
    <Page title={`Season ${matchYear}`} person={person} under={{ to: `/programs/${programId}`, label: programName }}>
      <p className="tabular text-muted">
        {programCode} · {applicantCount} {applicantCount === 1 ? "applicant" : "applicants"}
      </p>
      {season.may.includes("viewRubric") && <Link to={`/seasons/${season.id}/rubric`}>Rubric</Link>}
      {season.may.includes("arrangeList") && <Link to={`/seasons/${season.id}/preliminary`}>Preliminary list</Link>}
      {season.may.includes("viewVoices") && <Link to={`/seasons/${season.id}/voices`}>Weights of voices</Link>}
      {season.may.includes("assignInterviews") && (
        <Link to={`/seasons/${season.id}/interviews`}>Who interviews whom</Link>
      )}
      {season.may.includes("readScores") && <Link to={`/seasons/${season.id}/scores`}>Interview scores</Link>}
      {meetingId !== null && (
        <p>
          <Link to={`/meetings/${meetingId}`} className={buttonStyle(isFrozen ? "primary" : "quiet")}>
            The meeting
          </Link>
        </p>
      )}
    </Page>
  );
}
