// `/meetings/:id/lobby-state`: who is expected and who is here, for the lobby's page.
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { LobbyState } from "../lobby/use-lobby-state";
import { sentenceResponse } from "../rank-list/file-response";

export async function loader({ params, context }: LoaderFunctionArgs) {
  if (!context.person) return sentenceResponse(401, "You are signed out. Sign in again to see who is here.");
  const lobby = await context.door.lobby(params.id ?? "", context.person.id);
  if (!lobby) return sentenceResponse(404, "There is no such meeting, or you are not on its roster.");
  const state: LobbyState = { isWaiting: true, people: lobby.people };
  return Response.json(state, { headers: { "Cache-Control": "no-store" } });
}
