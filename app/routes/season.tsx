// `/seasons/:seasonId`: a season's home, for those who prepare it: the next step, the checklist, the funnel.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowed, refused, told, typedIn } from "../programs/answer";
import { readForm } from "../read-form";
import { Checklist, NextStep } from "../seasons/checklist";
import { FunnelPanel } from "../seasons/funnel-panel";
import { SeasonLinks } from "../seasons/season-links";
import { requirePerson } from "../sign-in/require-person";
import { Page } from "../ui/page";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const asked = [params.seasonId ?? "", person.id] as const;
  const { season } = told(await context.seasons.open(...asked));
  const { years } = told(await context.funnels.open(...asked));
  return { person, season, years };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `Season ${loaded?.season.matchYear ?? ""} · Rank Room` },
];

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const { intent, typed } = typedIn(await readForm(request));
  if (intent !== "changeFunnel") throw data(null, { status: 400 });
  const answer = allowed(await context.funnels.change(params.seasonId ?? "", person.id, typed));
  return answer.ok ? answer : refused(answer);
}

export default function Season() {
  const { person, season, years } = useLoaderData<typeof loader>();
  const { programId, programName, programCode, trackName, matchYear, quota, may } = season;
  return (
    <Page title={`Season ${matchYear}`} person={person} under={{ to: `/programs/${programId}`, label: programName }}>
      <p className="tabular text-muted">
        {trackName} · {programCode} · quota {quota}
      </p>
      <NextStep season={season} />
      <SeasonLinks season={season} />
      <Checklist season={season} />
      <FunnelPanel matchYear={matchYear} years={years} mayChange={may.includes("changeFunnel")} />
    </Page>
  );
}
