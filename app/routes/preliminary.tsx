// `/seasons/:seasonId/preliminary`: the preliminary list, made by those who prepare and frozen by the director. While it is a
// draft the loader gives what this person may see, and the draft's socket goes on from there.
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirectDocument,
} from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import type { PreliminaryPage } from "../../server/context/preliminary";
import { PreliminaryScreen } from "../preliminary/preliminary-screen";
import { allowed, refused, told, typedIn } from "../programs/answer";
import { readForm } from "../read-form";
import { requirePerson } from "../sign-in/require-person";

export const meta: MetaFunction = () => [{ title: "Preliminary list · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { page } = told(await context.preliminary.open(params.seasonId ?? "", person.id));
  // As text: hundreds of applicants are read faster as JSON than as a stream of parts.
  return { person, page: JSON.stringify(page) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const { intent, typed } = typedIn(await readForm(request));
  const seasonId = params.seasonId ?? "";
  if (intent === "arrange") {
    const answer = allowed(await context.preliminary.arrange(seasonId, person.id, typed));
    return answer.ok ? answer : refused(answer);
  }
  if (intent !== "freeze") throw data(null, { status: 400 });
  const frozen = allowed(await context.preliminary.freeze(seasonId, person.id));
  if (!frozen.ok) return refused(frozen);
  // The way in may lead over the pledge, a page without scripts (app/ui/plain-page.ts).
  throw redirectDocument(`/meetings/${frozen.meetingId}`);
}

/** The draft is kept by its socket. It is loaded anew when that has ended: somebody has frozen it. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}) => formMethod === undefined && currentUrl.search === nextUrl.search && defaultShouldRevalidate;

export default function Preliminary() {
  const { person, page } = useLoaderData<typeof loader>();
  const read = useMemo(() => JSON.parse(page) as PreliminaryPage, [page]);
  return <PreliminaryScreen person={person} page={read} />;
}
