// `/sign-in`: asks for an address and has a link sent to it, takes the code beside that link, and shows the other ways in.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm, textOf } from "../read-form";
import { setCookies } from "../set-cookies";
import { readEmail } from "../sign-in/email-field";
import { refusalWords } from "../sign-in/refusal-words";
import { returnPath } from "../sign-in/return-path";
import { type SignInAnswer, SignInPage } from "../sign-in/sign-in-page";

export const meta: MetaFunction = () => [{ title: "Sign in · Rank Room" }];

const returnOf = (request: Request): string => returnPath(new URL(request.url).searchParams.get("to"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const returnTo = returnOf(request);
  if (context.person) throw redirect(returnTo);
  const { demoEnabled, ssoName, isSsoRequired, isMailed } = context.signIn;
  // A phone may have thrown this page away while its mail was read.
  const isCodeAwaited = !searchParams.has("again") && (await context.signIn.isCodeAwaited());
  return { demoEnabled, ssoName, isSsoRequired, isMailed, isCodeAwaited, returnTo };
}

const answer = (part: Partial<SignInAnswer>): SignInAnswer => ({
  sent: null,
  typed: "",
  error: null,
  codeError: null,
  connectAt: null,
  ...part,
});

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const returnTo = returnOf(request);
  if (textOf(form, "intent") === "code") {
    const result = await context.signIn.tryCode(textOf(form, "code"), returnTo);
    if (result.ok) throw redirect(returnTo, { headers: setCookies(result.setCookie) });
    const { connect } = result;
    if (connect?.ok) {
      const onward = answer({ codeError: refusalWords[result.code], connectAt: connect.redirectTo });
      return data(onward, { status: 403, headers: setCookies(connect.setCookie) });
    }
    return data(answer({ codeError: refusalWords[connect?.code ?? result.code] }), { status: 400 });
  }
  const reading = readEmail(textOf(form, "email"));
  if (!reading.ok) return data(answer({ typed: reading.typed, error: reading.error }), { status: 400 });
  const asked = await context.signIn.requestLink(reading.email, returnTo);
  if (!asked.ok) return data(answer({ typed: reading.email, error: refusalWords[asked.code] }), { status: 429 });
  const { isMailed, trouble, setCookie } = asked;
  return data(answer({ sent: { isMailed, trouble } }), { headers: setCookies(setCookie) });
}

export default function SignIn() {
  return <SignInPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? null} />;
}
