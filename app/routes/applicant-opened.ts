// `/meetings/:id/applicants/:applicantId/opened`: the page says that this file stands open on screen, for the audit trail.
import { type ActionFunctionArgs, data } from "@remix-run/node";
import { sentenceResponse } from "../rank-list/file-response";

export const loader = () => {
  throw data(null, { status: 405 });
};

export async function action({ params, context }: ActionFunctionArgs) {
  if (!context.person) return sentenceResponse(401, "You are signed out. Sign in again to go on.");
  const isTheirs = await context.meetings.noteRead(params.id ?? "", params.applicantId ?? "", context.person.id);
  // Unknown and withheld are answered alike (SEE-1).
  if (!isTheirs) return sentenceResponse(404, "There is no such applicant on your list.");
  return new Response(null, { status: 204 });
}
