// `/meetings/:id/applicants/:applicantId/beside`: open questions and logged calls of one applicant, for the drawer.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { sentenceResponse } from "../rank-list/file-response";

export async function loader({ params, context }: LoaderFunctionArgs) {
  if (!context.person) return sentenceResponse(401, "You are signed out. Sign in again to read the file.");
  const beside = await context.meetings.besideFileOf(params.id ?? "", params.applicantId ?? "", context.person.id);
  // Unknown, withheld and not for this role are answered alike (SEE-1).
  if (!beside) return sentenceResponse(404, "There is no file of such an applicant for you to read.");
  return Response.json(beside, { headers: { "Cache-Control": "no-store" } });
}
