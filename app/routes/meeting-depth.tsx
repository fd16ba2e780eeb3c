// `/meetings/:id/depth`: how far down its list the program may go, from its own past (DEPTH-4).
import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DepthScreen } from "../looking-back/depth-screen";
import { requirePerson } from "../sign-in/require-person";

export const meta: MetaFunction = () => [{ title: "How deep the list goes · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const page = await context.lookingBack.depth(params.id ?? "", person.id);
  if (!page) throw data(null, { status: 404 });
  return { person, page };
}

export default function MeetingDepth() {
  return <DepthScreen {...useLoaderData<typeof loader>()} />;
}
