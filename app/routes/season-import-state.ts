// `/seasons/:seasonId/import/:importId/state`: how far the work on a file is, for the page that waits for it.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { sentenceResponse } from "../rank-list/file-response";

export async function loader({ params, context }: LoaderFunctionArgs) {
  if (!context.person) return sentenceResponse(401, "You are signed out. Sign in again to see how far it is.");
  const { seasonId = "", importId = "" } = params;
  const told = await context.imports.progress(seasonId, importId, context.person.id);
  if (!told.ok) return sentenceResponse(told.status, told.message);
  const { step, progress } = told;
  return Response.json({ step, progress }, { headers: { "Cache-Control": "no-store" } });
}
