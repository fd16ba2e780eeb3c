// `/meetings/:id`: the live meeting. The loader gives what this person may see; the socket goes on from there, so the page is
// not loaded again when only the open file in its address changes.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import type { OpenedMeeting } from "../../server/load-context";
import { MeetingScreen } from "../meeting/meeting-screen";
import { requirePerson } from "../sign-in/require-person";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const meetingId = params.id ?? "";
  const seasonId = person.limitedTo ? null : await context.preliminary.seasonOfDraft(meetingId, person.id);
  if (seasonId !== null) throw redirect(`/seasons/${seasonId}/preliminary`);
  const opened = await context.meetings.open(meetingId, person.id);
  if (!opened) {
    // An open file in the address is there again afterwards.
    const { search } = new URL(request.url);
    if (await context.door.pledgeAsked(meetingId, person.id)) throw redirect(`/meetings/${meetingId}/pledge${search}`);
    throw data(null, { status: 404 });
  }
  const depth = person.limitedTo ? null : await context.lookingBack.depthLine(meetingId, person.id);
  // As text: hundreds of applicants are read faster as JSON than as a stream of parts.
  return data({ person, title: opened.state.title, opened: JSON.stringify(opened), depth }, { headers: noStore });
}

const noStore = { "Cache-Control": "no-store" };
export const headers: HeadersFunction = () => noStore;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.title ?? "Meeting"} · Rank Room` },
];

export const shouldRevalidate: ShouldRevalidateFunction = ({ currentParams, nextParams, defaultShouldRevalidate }) =>
  currentParams.id === nextParams.id ? false : defaultShouldRevalidate;

export default function Meeting() {
  const { person, opened, depth } = useLoaderData<typeof loader>();
  const meeting = useMemo(() => JSON.parse(opened) as OpenedMeeting, [opened]);
  return <MeetingScreen key={`${meeting.state.id} ${person.id}`} person={person} opened={meeting} depth={depth} />;
}
