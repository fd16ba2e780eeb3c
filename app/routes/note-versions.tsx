// `/seasons/:seasonId/note-versions/:noteId`: what an interview note said before, for its author and the hosts. To read alone.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NoteVersionsScreen } from "../interviews/note-versions-screen";
import { told } from "../programs/answer";
import { requirePerson } from "../sign-in/require-person";
import { Page } from "../ui/page";

export const meta: MetaFunction = () => [{ title: "Versions of a note · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { past } = told(await context.notes.versions(params.seasonId ?? "", params.noteId ?? "", person.id));
  return { person, past };
}

export default function NoteVersions() {
  const { person, past } = useLoaderData<typeof loader>();
  const { season, applicant, isMine } = past;
  const under = isMine
    ? { to: `/seasons/${season.id}/notes/${applicant.id}`, label: "My note" }
    : { to: `/seasons/${season.id}/applicants/${applicant.id}/notes`, label: "Notes" };
  return (
    <Page title={applicant.name} person={person} under={under}>
      <NoteVersionsScreen past={past} />
    </Page>
  );
}
