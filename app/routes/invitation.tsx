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
import { oneTimePageHeaders, setCookies } from "../set-cookies";

export const meta: MetaFunction = () => [{ title: "Invitation · Rank Room" }];

export const headers: HeadersFunction = oneTimePageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await context.arrival.invitation(params.token ?? "");
  const shown = { path: new URL(request.url).pathname, isSignedIn: context.person !== null };
  // They have used it, and are in.
  if (found.ok && found.invitation === null) throw redirect("/");
  const named = setCookies(context.signIn.browserCookie);
  if (found.ok) return data({ ...shown, invitation: found.invitation, refusal: null }, { headers: named });
  return data({ ...shown, invitation: null, refusal: arrivalWords[found.code] }, { status: 404, headers: named });
}

export async function action({ params, context }: ActionFunctionArgs) {
  const accepted = await context.arrival.accept(params.token ?? "");
  if (!accepted.ok) return data({ refusal: arrivalWords[accepted.code] }, { status: 400 });
  throw redirect(accepted.connectAt ?? "/", { headers: setCookies(accepted.setCookie) });
}

export default function InvitationRoute() {
  const loaded = useLoaderData<typeof loader>();
  return <InvitationPage {...loaded} refusal={useActionData<typeof action>()?.refusal ?? loaded.refusal} />;
}
