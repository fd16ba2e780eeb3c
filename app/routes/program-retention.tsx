// `/programs/:programId/retention`: what the program keeps, until when, and the purge. The program director's alone.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm, textOf } from "../read-form";
import { outcomeOf, type RetentionForm, retentionForms } from "../retention/retention-answer";
import { RetentionScreen } from "../retention/retention-page";
import { requirePerson } from "../sign-in/require-person";
import { Page } from "../ui/page";

export const meta: MetaFunction = () => [{ title: "Retention · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const programId = params.programId ?? "";
  const page = await context.retention.open(programId, person.id);
  if (!page) throw data(null, { status: 404 });
  return { person, programId, page };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const sent = await readForm(request);
  const form = retentionForms.find((name) => name === textOf(sent, "form"));
  if (!form) throw data(null, { status: 400 });
  const { retention } = context;
  const asked = [params.programId ?? "", person.id] as const;
  const acts = {
    years: () => retention.setYears(...asked, textOf(sent, "years")),
    hold: () => retention.placeHold(...asked, textOf(sent, "reason")),
    lift: () => retention.liftHold(...asked, textOf(sent, "reason")),
    purge: () => retention.purge(...asked, { name: textOf(sent, "name"), plan: textOf(sent, "plan") }),
  } satisfies Record<RetentionForm, () => unknown>;
  const answer = await acts[form]();
  if (!answer.ok && answer.status === 404) throw data(null, { status: 404 });
  return data(outcomeOf(form, answer), { status: answer.ok ? 200 : answer.status });
}

export default function ProgramRetention() {
  const { person, programId, page } = useLoaderData<typeof loader>();
  return (
    <Page title="Retention" person={person} under={{ to: `/programs/${programId}`, label: page.programName }}>
      <RetentionScreen page={page} outcome={useActionData<typeof action>() ?? null} />
    </Page>
  );
}
