// `/seasons/:seasonId/applicants/:applicantId`: one applicant's file.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FileScreen } from "../applicants/file-screen";
import { allowed, refused, told, typedIn } from "../programs/answer";
import { readForm } from "../read-form";
import { requirePerson } from "../sign-in/require-person";
import { Page } from "../ui/page";

const acts = ["change", "ask", "answer", "strikeQuestion", "logContact", "strikeContact"] as const;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.file.applicant.name ?? "Applicant"} · Rank Room` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const asked = [params.seasonId ?? "", params.applicantId ?? "", person.id] as const;
  const { file } = told(await context.applicantFiles.open(...asked));
  const scored = file.season.may.includes("viewRubric") ? await context.rubrics.breakdown(...asked) : undefined;
  return { person, file, breakdown: scored?.ok ? scored.breakdown : null };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const { intent, typed } = typedIn(await readForm(request));
  const act = acts.find((name) => name === intent);
  if (!act) throw data(null, { status: 400 });
  const asked = [params.seasonId ?? "", params.applicantId ?? "", person.id, typed] as const;
  const answer = allowed(await context.applicantFiles[act](...asked));
  return answer.ok ? answer : refused(answer);
}

export default function ApplicantFilePage() {
  const { person, file, breakdown } = useLoaderData<typeof loader>();
  const { season, applicant } = file;
  return (
    <Page
      title={applicant.name}
      person={person}
      under={{ to: `/seasons/${season.id}/applicants`, label: "Applicants" }}
    >
      <FileScreen key={applicant.id} file={file} breakdown={breakdown} />
    </Page>
  );
}
