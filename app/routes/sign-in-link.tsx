// `/sign-in/:token`: the link from the mail. GET shows a button, POST uses the link up.
import { type ActionFunctionArgs, data, type HeadersFunction, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { LinkPage } from "../sign-in/link-page";
import { refusalWords } from "../sign-in/refusal-words";
import { returnPath } from "../sign-in/return-path";

export const meta: MetaFunction = () => [{ title: "Sign in · Rank Room" }];

/** The address is a secret. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

export async function action({ request, params, context }: ActionFunctionArgs) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no hook; it uses the link up.
  const result = await context.signIn.useLink(params.token ?? "");
  if (!result.ok) return data({ refusal: refusalWords[result.code] }, { status: 400 });
  const to = returnPath(new URL(request.url).searchParams.get("to"));
  throw redirect(to, { headers: { "Set-Cookie": result.setCookie } });
}

export default function SignInLink() {
  return <LinkPage refusal={useActionData<typeof action>()?.refusal ?? null} />;
}
