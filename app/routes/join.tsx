// `/join/:code`: what the code on the wall opens. One step a page: passcode, name, pledge; then the lobby. Plain forms, no script.
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  redirectDocument,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { joinSentence } from "../../domain/joining";
import { joinIntentSchema } from "../../domain/joining-schemas";
import { type FormStep, isFormStep, JoinPage } from "../join/join-page";
import { readForm } from "../read-form";
import { plainPage } from "../ui/plain-page";

export const meta: MetaFunction = () => [{ title: "Join a meeting · Rank Room" }];
export const handle = plainPage;

const pathOf = (code: string | undefined): string => `/join/${encodeURIComponent(code ?? "")}`;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const step = await context.joining.look(params.code ?? "");
  if (step.step === "inside") throw redirectDocument(`/meetings/${step.meetingId}`);
  if (!isFormStep(step)) throw redirect(`${pathOf(params.code)}/lobby`);
  return data({ step: step as FormStep, path: pathOf(params.code) }, { status: step.step === "unknown" ? 404 : 200 });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const intent = joinIntentSchema.safeParse(Object.fromEntries(await readForm(request)));
  if (!intent.success) return data({ error: joinSentence({ code: "notUnderstood" }) }, { status: 400 });
  const answer = await context.joining.answer(params.code ?? "", intent.data);
  const headers: HeadersInit = answer.setCookie ? { "Set-Cookie": answer.setCookie } : {};
  // Pressed twice, or a page from before: the address itself shows where this device stands.
  if (answer.ok || answer.refusal.code === "outOfTurn") throw redirect(pathOf(params.code), { headers });
  const status = answer.refusal.code === "wait" ? 429 : 400;
  return data({ error: joinSentence(answer.refusal) }, { status, headers });
}

export default function Join() {
  return <JoinPage {...useLoaderData<typeof loader>()} error={useActionData<typeof action>()?.error ?? null} />;
}
