// `/sign-in`: asks for an address and has a link sent to it, and shows the other ways in.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm, textOf } from "../read-form";
import { readEmail } from "../sign-in/email-field";
import { refusalWords } from "../sign-in/refusal-words";
import { returnPath } from "../sign-in/return-path";
import { SignInPage } from "../sign-in/sign-in-page";

export const meta: MetaFunction = () => [{ title: "Sign in · Rank Room" }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const returnTo = returnPath(new URL(request.url).searchParams.get("to"));
  if (context.person) throw redirect(returnTo);
  const { demoEnabled, ssoName, isSsoRequired } = context.signIn;
  return { demoEnabled, ssoName, isSsoRequired, returnTo };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const reading = readEmail(textOf(await readForm(request), "email"));
  if (!reading.ok) return data({ isSent: false, typed: reading.typed, error: reading.error }, { status: 400 });
  const asked = await context.signIn.requestLink(reading.email);
  if (asked.ok) return { isSent: true, typed: "", error: null };
  return data({ isSent: false, typed: reading.email, error: refusalWords[asked.code] }, { status: 429 });
}

export default function SignIn() {
  const answer = useActionData<typeof action>();
  return (
    <SignInPage
      {...useLoaderData<typeof loader>()}
      isSent={answer?.isSent ?? false}
      typed={answer?.typed ?? ""}
      error={answer?.error ?? null}
    />
  );
}
