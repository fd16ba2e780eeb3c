// `/meetings/:id/minutes?part=2`: what the room did, to read and to print; for whoever sees the list.
import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MinutesScreen } from "../looking-back/minutes-screen";
import { requirePerson } from "../sign-in/require-person";

export const meta: MetaFunction = () => [{ title: "Minutes · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const part = Number(new URL(request.url).searchParams.get("part") ?? 1);
  const page = await context.lookingBack.minutes(params.id ?? "", person.id, part);
  if (!page) throw data(null, { status: 404 });
  return { person, page };
}

export default function MeetingMinutes() {
  return <MinutesScreen {...useLoaderData<typeof loader>()} />;
}
