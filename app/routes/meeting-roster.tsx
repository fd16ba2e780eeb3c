// `/meetings/:id/roster`: from a meeting to its program's roster.
import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requirePerson } from "../sign-in/require-person";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const programId = await context.meetings.programOf(params.id ?? "", person.id);
  if (!programId) throw data(null, { status: 404 });
  throw redirect(`/programs/${programId}/roster`);
}

/** Never rendered; a route without a component would answer without a page. */
export default function MeetingRoster() {
  return null;
}
