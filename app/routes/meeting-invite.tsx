// `/meetings/:id/invite`: the code for the wall, as large as the projector allows.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProjectorPage } from "../meeting/invite/projector-page";
import { requirePerson } from "../sign-in/require-person";

export const meta: MetaFunction = () => [{ title: "Join the meeting · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const meetingId = params.id ?? "";
  const view = await context.door.view(meetingId, person.id);
  if (!view) throw data(null, { status: 404 });
  // Who waits is for the hosts' screens, not for the wall.
  return { meetingId, view: { ...view, queue: [] } };
}

/** Opens the door where it is closed. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const answer = await context.door.run(params.id ?? "", person.id, { act: "showCode" });
  if (!answer.ok) throw data(null, { status: 404 });
  return redirect(`/meetings/${params.id}/invite`);
}

export default function MeetingInvite() {
  return <ProjectorPage {...useLoaderData<typeof loader>()} />;
}
