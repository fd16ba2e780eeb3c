// `/meetings/:id/rehearsal`: of a meeting or a draft, its practice copy; of a rehearsal, its practice members and its end.
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  redirectDocument,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allowed, refused, told, typedIn } from "../programs/answer";
import { readForm } from "../read-form";
import { RehearsalScreen } from "../rehearsals/rehearsal-screen";
import { requirePerson } from "../sign-in/require-person";
import { Page } from "../ui/page";

export const meta: MetaFunction = () => [{ title: "Rehearsal · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const meetingId = params.id ?? "";
  const { page } = told(await context.rehearsals.open(meetingId, person.id));
  return { person, meetingId, page };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const meetingId = params.id ?? "";
  const { intent } = typedIn(await readForm(request));
  switch (intent) {
    case "start": {
      const answer = allowed(await context.rehearsals.start(meetingId, person.id));
      return answer.ok ? redirectDocument(`/meetings/${answer.meetingId}`) : refused(answer);
    }
    case "pause":
    case "goOn": {
      const answer = allowed(await context.rehearsals.pause(meetingId, person.id, intent === "pause"));
      return answer.ok ? answer : refused(answer);
    }
    case "throwAway": {
      const answer = allowed(await context.rehearsals.throwAway(meetingId, person.id));
      return answer.ok ? redirect("/") : refused(answer);
    }
    default:
      throw data(null, { status: 400 });
  }
}

export default function MeetingRehearsal() {
  const { person, meetingId, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title="Rehearsal" person={person} under={{ to: `/meetings/${meetingId}`, label: page.title }}>
      <RehearsalScreen page={page} refusal={answer && !answer.ok ? answer.message : null} />
    </Page>
  );
}
