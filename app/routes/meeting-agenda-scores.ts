// `/meetings/:id/agenda-scores`: the interview scores behind the agenda's suggestions, for its hosts.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { sentenceResponse } from "../rank-list/file-response";

export async function loader({ params, context }: LoaderFunctionArgs) {
  if (!context.person) return sentenceResponse(401, "You are signed out. Sign in again to read the scores.");
  const scores = await context.meetings.agendaScoresOf(params.id ?? "", context.person.id);
  // Unknown and not for this person are answered alike (SEE-1).
  if (!scores) return sentenceResponse(404, "There are no scores of such a meeting for you to read.");
  return Response.json(scores, { headers: { "Cache-Control": "no-store" } });
}
