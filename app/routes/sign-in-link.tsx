// `/sign-in/:token`: the link from the mail. GET shows a button, POST uses the link up.
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkPage } from "../sign-in/link-page";
import { refusalWords } from "../sign-in/refusal-words";
import { returnPath } from "../sign-in/return-path";

export const meta: MetaFunction = () => [{ title: "Sign in · Rank Room" }];

/** The address is a secret. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

export const loader = ({ context }: LoaderFunctionArgs) => ({ ssoName: context.signIn.ssoName });

export async function action({ request, params, context }: ActionFunctionArgs) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no hook; it uses the link up.
  const result = await context.signIn.useLink(params.token ?? "");
  if (result.ok) {
    const to = returnPath(new URL(request.url).searchParams.get("to"));
    throw redirect(to, { headers: { "Set-Cookie": result.setCookie } });
  }
  const { connect } = result;
  if (connect?.ok) {
    const answer = { refusal: refusalWords[result.code], connectAt: connect.redirectTo };
    return data(answer, { status: 403, headers: { "Set-Cookie": connect.setCookie } });
  }
  return data({ refusal: refusalWords[connect?.code ?? result.code], connectAt: null }, { status: 400 });
}

export default function SignInLink() {
  const answer = useActionData<typeof action>();
  return (
    <LinkPage
      {...useLoaderData<typeof loader>()}
      refusal={answer?.refusal ?? null}
      connectAt={answer?.connectAt ?? null}
    />
  );
}
