// `/meetings/:id/at/:seq?`: the list as it stood after an event, or the moments to choose from; for whoever sees the list.
import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PastListScreen } from "../looking-back/past-list-screen";
import { requirePerson } from "../sign-in/require-person";

export const meta: MetaFunction = () => [{ title: "The list as it was · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { id = "", seq } = params;
  const isNumber = seq === undefined || /^\d{1,9}$/.test(seq);
  const chosen = seq === undefined ? null : Number(seq);
  const page = isNumber ? await context.lookingBack.listAt(id, person.id, chosen) : null;
  if (!page) throw data(null, { status: 404 });
  return { person, page };
}

export default function MeetingAt() {
  return <PastListScreen {...useLoaderData<typeof loader>()} />;
}
