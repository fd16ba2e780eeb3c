// `/programs/:programId`: one program with its meetings, tracks, match years and settings.
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  redirectDocument,
} from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { allowed, refused, told, typedIn } from "../programs/answer";
import { MatchYearsPanel } from "../programs/match-years-panel";
import { MeetingsPanel } from "../programs/meetings-panel";
import { SeasonsPanel } from "../programs/seasons-panel";
import { SettingsPanel } from "../programs/settings-panel";
import { TracksPanel } from "../programs/tracks-panel";
import { readForm } from "../read-form";
import { requirePerson } from "../sign-in/require-person";
import { buttonStyle } from "../ui/button-style";
import { Page } from "../ui/page";

const changes = [
  "rename",
  "changeFlagAuthors",
  "changeTimeZone",
  "changeSsoRequired",
  "addTrack",
  "changeTrack",
  "saveMatchYear",
] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { program } = told(await context.programs.open(params.programId ?? "", person.id));
  const seasons = (await context.seasons.mine(person.id)).filter(({ programId }) => programId === program.id);
  return { person, program, seasons };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.program.name ?? "Program"} · Rank Room` },
];

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const { programs } = context;
  const { intent, typed } = typedIn(await readForm(request));
  const asked = [params.programId ?? "", person.id, typed] as const;
  if (intent === "openMeeting") {
    const opened = allowed(await programs.openMeeting(...asked));
    if (!opened.ok) return refused(opened);
    throw redirectDocument(`/meetings/${opened.meetingId}`);
  }
  if (intent === "openSeason") {
    const opened = allowed(await context.seasons.add(...asked));
    if (!opened.ok) return refused(opened);
    throw redirect(`/seasons/${opened.seasonId}`);
  }
  const change = changes.find((name) => name === intent);
  if (!change) throw data(null, { status: 400 });
  const answer = allowed(await programs[change](...asked));
  return answer.ok ? answer : refused(answer);
}

export default function Program() {
  const { person, program, seasons } = useLoaderData<typeof loader>();
  return (
    <Page title={program.name} person={person} under={{ to: "/", label: "My meetings" }}>
      <nav aria-label="This program" className="flex flex-wrap gap-2">
        <Link to={`/programs/${program.id}/roster`} className={buttonStyle("primary")}>
          Roster
        </Link>
        {program.may.includes("viewHistory") && (
          <Link to={`/programs/${program.id}/history`} className={buttonStyle()}>
            History
          </Link>
        )}
        {program.may.includes("readAudit") && (
          <Link to={`/programs/${program.id}/audit`} className={buttonStyle()}>
            Audit trail
          </Link>
        )}
        {program.may.includes("setRetention") && (
          <Link to={`/programs/${program.id}/retention`} className={buttonStyle()}>
            Retention
          </Link>
        )}
      </nav>
      <SeasonsPanel program={program} seasons={seasons} />
      <MeetingsPanel program={program} />
      <TracksPanel program={program} />
      <MatchYearsPanel program={program} />
      <SettingsPanel program={program} />
    </Page>
  );
}
