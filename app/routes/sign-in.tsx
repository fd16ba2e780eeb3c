// `/sign-in`: asks for an address and has a link sent to it.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readEmail } from "../sign-in/email-field";
import { returnPath } from "../sign-in/return-path";
import { SignInPage } from "../sign-in/sign-in-page";

export const meta: MetaFunction = () => [{ title: "Sign in · Rank Room" }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const returnTo = returnPath(new URL(request.url).searchParams.get("to"));
  if (context.person) throw redirect(returnTo);
  return { demoEnabled: context.signIn.demoEnabled, returnTo };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const reading = readEmail((await request.formData()).get("email"));
  if (!reading.ok) return data({ isSent: false, typed: reading.typed, error: reading.error }, { status: 400 });
  await context.signIn.requestLink(reading.email);
  return { isSent: true, typed: "", error: null };
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
