// `/meetings/:id/lobby`: for members who are in: who is expected, who is here, does the connection work, and on to the meeting.
import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MemberLobby } from "../lobby/member-lobby";
import { requirePerson } from "../sign-in/require-person";

export const meta: MetaFunction = () => [{ title: "Lobby · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const meetingId = params.id ?? "";
  const lobby = await context.door.lobby(meetingId, person.id);
  if (!lobby) throw data(null, { status: 404 });
  return { meetingId, person, ...lobby };
}

export default function MeetingLobby() {
  return <MemberLobby {...useLoaderData<typeof loader>()} />;
}
