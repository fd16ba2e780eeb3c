// `/seasons/:seasonId/notes`, and one applicant's page below it: what I write of those I interviewed.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { revalidatesNotes } from "../notes/between-notes";
import { NotesScreen } from "../notes/notes-screen";
import { allowed, refused, told, typedIn } from "../programs/answer";
import { readForm } from "../read-form";
import { requirePerson } from "../sign-in/require-person";

export const meta: MetaFunction = () => [{ title: "Interview notes · Rank Room" }];

export const shouldRevalidate = revalidatesNotes;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { inbox } = told(await context.notes.inbox(params.seasonId ?? "", person.id));
  const { applicantId } = params;
  if (applicantId !== undefined && !inbox.interviewees.some(({ id }) => id === applicantId))
    throw data(null, { status: 404 });
  return { person, inbox };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const { intent, typed } = typedIn(await readForm(request));
  const seasonId = params.seasonId ?? "";
  if (intent === "add") {
    const added = allowed(await context.notes.addMet(seasonId, person.id, typed));
    if (!added.ok) return refused(added);
    throw redirect(`/seasons/${seasonId}/notes/${typed.applicantId}`);
  }
  if (intent !== "strike") throw data(null, { status: 400 });
  const struck = allowed(await context.notes.strike(seasonId, person.id, typed));
  return struck.ok ? struck : refused(struck);
}

export default function SeasonNotes() {
  const { person, inbox } = useLoaderData<typeof loader>();
  const { applicantId = null } = useParams();
  return <NotesScreen key={inbox.season.id} inbox={inbox} person={person} applicantId={applicantId} />;
}
