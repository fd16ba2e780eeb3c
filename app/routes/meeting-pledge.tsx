// `/meetings/:id/pledge`: asked once of each member, before anything of the meeting is shown to them (JOIN-8).
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirectDocument,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MemberPledgePage } from "../join/member-pledge-page";
import { requirePerson } from "../sign-in/require-person";

export const meta: MetaFunction = () => [{ title: "Before you go in · Rank Room" }];

/** Back to where they wanted to go, with the open file in the address. */
const meetingAt = (request: Request, id: string): string =>
  `/meetings/${encodeURIComponent(id)}${new URL(request.url).search}`;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const id = params.id ?? "";
  const asked = await context.door.pledgeAsked(id, person.id);
  if (asked) return asked;
  // The meeting itself says what it is to them: theirs, or not there.
  throw redirectDocument(meetingAt(request, id));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const id = params.id ?? "";
  if (!(await context.door.pledge(id, person.id))) throw data(null, { status: 404 });
  throw redirectDocument(meetingAt(request, id));
}

export default function MeetingPledge() {
  return <MemberPledgePage {...useLoaderData<typeof loader>()} />;
}
