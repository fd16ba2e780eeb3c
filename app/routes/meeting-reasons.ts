// `/meetings/:id/reasons`: what `/meetings/:id/differences` shows, for a dialog of the meeting.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { sentenceResponse } from "../rank-list/file-response";

export async function loader({ params, context }: LoaderFunctionArgs) {
  if (!context.person) return sentenceResponse(401, "You are signed out. Sign in again to read what has changed.");
  const page = await context.lookingBack.differences(params.id ?? "", context.person.id);
  // Unknown and not for this person are answered alike (SEE-1).
  if (!page) return sentenceResponse(404, "There is no such meeting for you to read.");
  return Response.json(page, { headers: { "Cache-Control": "no-store" } });
}
