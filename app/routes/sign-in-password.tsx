// `/sign-in/password`: for those who have set one.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm, textOf } from "../read-form";
import { readEmail } from "../sign-in/email-field";
import { PasswordPage } from "../sign-in/password-page";
import { refusalWords } from "../sign-in/refusal-words";
import { returnPath } from "../sign-in/return-path";

export const meta: MetaFunction = () => [{ title: "Sign in with a password · Rank Room" }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const returnTo = returnPath(new URL(request.url).searchParams.get("to"));
  if (context.person) throw redirect(returnTo);
  return { returnTo };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const reading = readEmail(textOf(form, "email"));
  if (!reading.ok) return data({ typed: reading.typed, emailError: reading.error, refusal: null }, { status: 400 });
  // biome-ignore lint/correctness/useHookAtTopLevel: no hook; it tries the password.
  const result = await context.signIn.usePassword(reading.email, textOf(form, "password"));
  if (!result.ok) {
    const status = result.code === "tooManyTries" ? 429 : 400;
    return data({ typed: reading.email, emailError: null, refusal: refusalWords[result.code] }, { status });
  }
  const to = returnPath(new URL(request.url).searchParams.get("to"));
  throw redirect(to, { headers: { "Set-Cookie": result.setCookie } });
}

export default function SignInPassword() {
  const answer = useActionData<typeof action>();
  return (
    <PasswordPage
      {...useLoaderData<typeof loader>()}
      typed={answer?.typed ?? ""}
      emailError={answer?.emailError ?? null}
      refusal={answer?.refusal ?? null}
    />
  );
}
