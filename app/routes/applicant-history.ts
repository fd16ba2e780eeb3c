// `/meetings/:id/applicants/:applicantId/history`: every change of one applicant, as the reader may see it, for the drawer.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { sentenceResponse } from "../rank-list/file-response";

export async function loader({ params, context }: LoaderFunctionArgs) {
  if (!context.person) {
    return sentenceResponse(401, "You are signed out. Sign in again to read the history.");
  }
  const history = await context.meetings.historyOf(params.id ?? "", params.applicantId ?? "", context.person.id);
  // Unknown and withheld are answered alike (SEE-1).
  if (!history) return sentenceResponse(404, "There is no such applicant on your list.");
  return Response.json(history, { headers: { "Cache-Control": "no-store" } });
}
