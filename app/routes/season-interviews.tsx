// `/seasons/:seasonId/interviews`: who interviews whom, and the reminders of notes that are not written.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ProgramAnswer } from "../../server/load-context";
import { type InterviewsOutcome, InterviewsScreen } from "../interviews/interviews-screen";
import { assignedWords, remindedWords } from "../interviews/outcome-words";
import { allowed, told } from "../programs/answer";
import { readForm, textOf } from "../read-form";
import { requirePerson } from "../sign-in/require-person";
import { Page } from "../ui/page";

export const meta: MetaFunction = () => [{ title: "Interviews · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const interviewer = new URL(request.url).searchParams.get("interviewer");
  const { page } = told(await context.interviews.open(params.seasonId ?? "", person.id, interviewer));
  return { person, page };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const form = await readForm(request);
  const seasonId = params.seasonId ?? "";
  const { interviews } = context;
  switch (textOf(form, "intent")) {
    case "assign": {
      const ids = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
      const ticks = {
        memberId: textOf(form, "memberId"),
        shown: ids("shown"),
        ticked: ids("ticked"),
        heldOn: textOf(form, "heldOn"),
      };
      return outcome(allowed(await interviews.assign(seasonId, person.id, ticks)), assignedWords);
    }
    case "remind":
      return outcome(allowed(await interviews.remind(seasonId, person.id)), remindedWords);
    default:
      throw data(null, { status: 400 });
  }
}

function outcome<Told extends object>(answer: ProgramAnswer<Told>, wordsOf: (told: Told) => string) {
  const said: InterviewsOutcome = answer.ok
    ? { isDone: true, message: wordsOf(answer) }
    : { isDone: false, message: answer.message, field: answer.field };
  return data(said, { status: answer.ok ? 200 : answer.status });
}

export default function SeasonInterviews() {
  const { person, page } = useLoaderData<typeof loader>();
  const { id, matchYear } = page.season;
  return (
    <Page title="Interviews" person={person} under={{ to: `/seasons/${id}`, label: `Season ${matchYear}` }}>
      <InterviewsScreen page={page} outcome={useActionData<typeof action>() ?? null} />
    </Page>
  );
}
