// `/meetings/:id/differences`: what has changed since the preliminary list, and why; for whoever sees the list.
import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DifferencesScreen } from "../looking-back/differences-screen";
import { requirePerson } from "../sign-in/require-person";

export const meta: MetaFunction = () => [{ title: "What has changed · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const page = await context.lookingBack.differences(params.id ?? "", person.id);
  if (!page) throw data(null, { status: 404 });
  return { person, page };
}

export default function MeetingDifferences() {
  return <DifferencesScreen {...useLoaderData<typeof loader>()} />;
}
