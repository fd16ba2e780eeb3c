// `/setup/:token`: the link in the log of a server without an administrator. It makes one, once.
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
import { SetupPage } from "../arrival/setup-page";
import { typedIn } from "../programs/answer";
import { readForm } from "../read-form";
import { oneTimePageHeaders, setCookies } from "../set-cookies";

export const meta: MetaFunction = () => [{ title: "Set up · Rank Room" }];

export const headers: HeadersFunction = oneTimePageHeaders;

const over = { field: null, sentence: arrivalWords.setupOver };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const isOpen = await context.arrival.isSetupOpen(params.token ?? "");
  const init = { status: isOpen ? 200 : 404, headers: setCookies(context.signIn.browserCookie) };
  return data({ isOpen, refusal: isOpen ? null : over }, init);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { typed } = typedIn(await readForm(request));
  const made = await context.arrival.setUp(params.token ?? "", typed);
  if (made.ok) throw redirect("/programs", { headers: setCookies(made.setCookie) });
  if ("code" in made) return data({ refusal: over }, { status: 400 });
  return data({ refusal: { field: made.field ?? null, sentence: made.message } }, { status: 400 });
}

export default function Setup() {
  const loaded = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal ?? loaded.refusal;
  return <SetupPage isOpen={loaded.isOpen} refusal={refusal} />;
}
