// `/sign-in/:token`: the link from the mail. GET shows a button, POST uses the link up. A used or old one sends another at a press.
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm, textOf } from "../read-form";
import { oneTimePageHeaders, setCookies } from "../set-cookies";
import { LinkPage } from "../sign-in/link-page";
import { refusalWords } from "../sign-in/refusal-words";
import { returnPath } from "../sign-in/return-path";

export const meta: MetaFunction = () => [{ title: "Sign in · Rank Room" }];

export const headers: HeadersFunction = oneTimePageHeaders;

const returnOf = (request: Request): string => returnPath(new URL(request.url).searchParams.get("to"));

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { ssoName, browserCookie } = context.signIn;
  const link = await context.signIn.lookAtLink(params.token ?? "");
  if (link.state === "inside") throw redirect(returnOf(request));
  const over = link.state === "over" ? link.code : null;
  return data({ ssoName, over, sentence: over && refusalWords[over] }, { headers: setCookies(browserCookie) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const returnTo = returnOf(request);
  if (textOf(await readForm(request), "intent") === "another") {
    const asked = await context.signIn.sendAnother(token, returnTo);
    if (!asked.ok) return data({ refusal: refusalWords[asked.code], connectAt: null, sent: null }, { status: 429 });
    const { isMailed, trouble, setCookie } = asked;
    const sent = { isMailed, trouble };
    return data({ refusal: null, connectAt: null, sent }, { headers: setCookies(setCookie) });
  }
  // biome-ignore lint/correctness/useHookAtTopLevel: no hook; it uses the link up.
  const result = await context.signIn.useLink(token, returnTo);
  if (result.ok) throw redirect(returnTo, { headers: setCookies(result.setCookie) });
  const { connect } = result;
  if (connect?.ok) {
    const answer = { refusal: refusalWords[result.code], connectAt: connect.redirectTo, sent: null };
    return data(answer, { status: 403, headers: setCookies(connect.setCookie) });
  }
  return data({ refusal: refusalWords[connect?.code ?? result.code], connectAt: null, sent: null }, { status: 400 });
}

export default function SignInLink() {
  const { ssoName, over, sentence } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <LinkPage
      ssoName={ssoName}
      refusal={answer?.refusal ?? sentence}
      // An address that no link was sent to cannot be sent another.
      maySendAnother={over === "linkUsed" || over === "linkExpired"}
      connectAt={answer?.connectAt ?? null}
      sent={answer?.sent ?? null}
    />
  );
}
