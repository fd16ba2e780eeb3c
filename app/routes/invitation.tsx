// `/invitations/:token`: the link of an invitation. GET shows a button, POST uses the link up.
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { arrivalWords } from "../arrival/arrival-words";
import { InvitationPage } from "../arrival/invitation-page";

export const meta: MetaFunction = () => [{ title: "Invitation · Rank Room" }];

/** The address is a secret. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await context.arrival.invitation(params.token ?? "");
  const shown = { path: new URL(request.url).pathname, isSignedIn: context.person !== null };
  if (found.ok) return { ...shown, invitation: found.invitation, refusal: null };
  return data({ ...shown, invitation: null, refusal: arrivalWords[found.code] }, { status: 404 });
}

export async function action({ params, context }: ActionFunctionArgs) {
  const accepted = await context.arrival.accept(params.token ?? "");
  if (!accepted.ok) return data({ refusal: arrivalWords[accepted.code] }, { status: 400 });
  throw redirect(
    accepted.connectAt ?? "/",
    accepted.setCookie ? { headers: { "Set-Cookie": accepted.setCookie } } : {},
  );
}

export default function InvitationRoute() {
  const loaded = useLoaderData<typeof loader>();
  return <InvitationPage {...loaded} refusal={useActionData<typeof action>()?.refusal ?? loaded.refusal} />;
}
