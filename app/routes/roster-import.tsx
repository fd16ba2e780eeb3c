// `/programs/:programId/roster/import`: people from a file, shown first and imported then.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ProgramRefusal } from "../../server/load-context";
import { allowed, told, typedIn } from "../programs/answer";
import { readForm } from "../read-form";
import { type ImportAnswer, PeopleImport } from "../roster/people-import";
import { requirePerson } from "../sign-in/require-person";
import { Page } from "../ui/page";

/** A roster of thousands is some hundred kilobytes. */
const largestFile = 2 * 1024 * 1024;

export const meta: MetaFunction = () => [{ title: "Import people · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { roster } = told(await context.roster.open(params.programId ?? "", person.id));
  if (!roster.mayChange) throw data(null, { status: 403 });
  return { person, id: roster.id };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const form = await readForm(request, { maxBytes: largestFile });
  const { intent, typed } = typedIn(form);
  const programId = params.programId ?? "";
  if (intent === "import") {
    const done = allowed(await context.roster.importPeople(programId, person.id, typed.text ?? ""));
    return done.ok ? answered({ step: "done", plan: done.plan }) : refusedFile(done);
  }
  const file = form.get("file");
  const bytes = file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const checked = allowed(await context.roster.checkPeople(programId, person.id, bytes));
  return checked.ok ? answered({ step: "checked", text: checked.text, plan: checked.plan }) : refusedFile(checked);
}

const answered = (answer: ImportAnswer, status = 200) => data(answer, { status });
const refusedFile = (refusal: ProgramRefusal) => answered({ step: "refused", refusal }, refusal.status);

export default function RosterImport() {
  const { person, id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  return (
    <Page title="Import people" person={person} under={{ to: `/programs/${id}/roster`, label: "Roster" }}>
      <PeopleImport programId={id} answer={answer} />
    </Page>
  );
}
