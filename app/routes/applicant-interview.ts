// `/meetings/:id/applicants/:applicantId/interview`: what the interviewers wrote of one applicant, for the drawer.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { sentenceResponse } from "../rank-list/file-response";

export async function loader({ params, context }: LoaderFunctionArgs) {
  if (!context.person) return sentenceResponse(401, "You are signed out. Sign in again to read the interviews.");
  const view = await context.meetings.interviewOf(params.id ?? "", params.applicantId ?? "", context.person.id);
  // Unknown, withheld and not for this role are answered alike (SEE-1).
  if (!view) return sentenceResponse(404, "There are no interviews of such an applicant for you to read.");
  return Response.json(view, { headers: { "Cache-Control": "no-store" } });
}
