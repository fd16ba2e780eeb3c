// `/demo`: one press signs in as one of the demo season's people. Not there at all unless the demo is on.
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { roles, roleWords } from "../../domain/member";
import { readForm, textOf } from "../read-form";
import { type DemoGroup, DemoPage } from "../sign-in/demo-page";
import { readEmail } from "../sign-in/email-field";
import { refusalWords } from "../sign-in/refusal-words";
import { returnPath } from "../sign-in/return-path";

export const meta: MetaFunction = () => [{ title: "Demo · Rank Room" }];

function requireDemo(context: AppLoadContext): void {
  if (!context.signIn.demoEnabled) throw data(null, { status: 404 });
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireDemo(context);
  const people = await context.signIn.demoPeople();
  const groups: DemoGroup[] = roles
    .map((role) => ({ role: roleWords[role], people: people.filter((person) => person.role === role) }))
    .filter((group) => group.people.length > 0);
  return { groups, returnTo: returnPath(new URL(request.url).searchParams.get("to")) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  requireDemo(context);
  const form = await readForm(request);
  const reading = readEmail(textOf(form, "email"));
  if (!reading.ok) return data({ refusal: reading.error }, { status: 400 });
  const result = await context.signIn.signInAsDemoPerson(reading.email);
  if (!result.ok) return data({ refusal: refusalWords[result.code] }, { status: 400 });
  throw redirect(returnPath(form.get("to")), { headers: { "Set-Cookie": result.setCookie } });
}

export default function Demo() {
  return <DemoPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal ?? null} />;
}
