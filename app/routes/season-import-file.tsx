// `/seasons/:seasonId/import/:importId`: one file, from the mapping of its columns to what it did.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { importKindWords } from "../../domain/import-kinds";
import type { ProgramAnswer } from "../../server/load-context";
import { ImportSteps } from "../import/import-steps";
import { allowed, refused, told, typedIn } from "../programs/answer";
import { readForm } from "../read-form";
import { requirePerson } from "../sign-in/require-person";
import { Page } from "../ui/page";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.view.fileName ?? "Import"} · Rank Room` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { seasonId = "", importId = "" } = params;
  const search = new URL(request.url).searchParams;
  const asked = { show: search.get("show") ?? "", page: search.get("page") ?? "" };
  const { view } = told(await context.imports.open(seasonId, importId, person.id, asked));
  return { person, view };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const { seasonId = "", importId = "" } = params;
  const { intent, typed } = typedIn(await readForm(request));
  const { imports } = context;
  const acts: Readonly<Record<string, () => Promise<ProgramAnswer>>> = {
    changeKind: () => imports.changeKind(seasonId, importId, person.id, typed),
    check: () => imports.check(seasonId, importId, person.id, typed),
    remap: () => imports.remap(seasonId, importId, person.id),
    commit: () => imports.commit(seasonId, importId, person.id),
    stop: () => imports.stop(seasonId, importId, person.id),
    discard: () => imports.discard(seasonId, importId, person.id),
    undo: () => imports.undo(seasonId, importId, person.id),
  };
  const act = Object.hasOwn(acts, intent) ? acts[intent] : undefined;
  if (!act) throw data(null, { status: 400 });
  const done = allowed(await act());
  if (!done.ok) return refused(done);
  if (intent === "discard") throw redirect(`/seasons/${seasonId}/import`);
  return null;
}

export default function SeasonImportFile() {
  const { person, view } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>() ?? null;
  const { season, kind, fileName } = view;
  return (
    <Page
      title={importKindWords[kind]}
      person={person}
      under={{ to: `/seasons/${season.id}/import`, label: `Season ${season.matchYear}: import files` }}
    >
      <p className="break-all text-muted">{fileName}</p>
      <ImportSteps view={view} refusal={refusal} />
    </Page>
  );
}
