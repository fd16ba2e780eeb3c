// `/join/:code/state`: for the page that waits: the step its device stands at, and who is here.
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { LobbyState } from "../lobby/use-lobby-state";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const code = params.code ?? "";
  const { step } = await context.joining.look(code);
  const people = step === "waiting" ? ((await context.joining.expected(code)) ?? []) : [];
  const state: LobbyState = { isWaiting: step === "waiting", people };
  return Response.json(state, { headers: { "Cache-Control": "no-store" } });
}
