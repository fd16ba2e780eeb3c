// `/seasons/:seasonId/applicants/:applicantId/notes`: every interviewer's note of one applicant, for the hosts. On record.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ApplicantNotesScreen } from "../interviews/applicant-notes-screen";
import { allowed, refused, told, typedIn } from "../programs/answer";
import { readForm } from "../read-form";
import { requirePerson } from "../sign-in/require-person";
import { Page } from "../ui/page";

export const meta: MetaFunction = () => [{ title: "Notes of one applicant · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { about } = told(await context.notes.about(params.seasonId ?? "", params.applicantId ?? "", person.id));
  return { person, about };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const { intent, typed } = typedIn(await readForm(request));
  if (intent !== "strike") throw data(null, { status: 400 });
  const struck = allowed(await context.notes.strike(params.seasonId ?? "", person.id, typed));
  return struck.ok ? struck : refused(struck);
}

export default function ApplicantNotes() {
  const { person, about } = useLoaderData<typeof loader>();
  const under = { to: `/seasons/${about.season.id}/interviews`, label: "Interviews" };
  return (
    <Page title={about.applicant.name} person={person} under={under}>
      <ApplicantNotesScreen about={about} />
    </Page>
  );
}
