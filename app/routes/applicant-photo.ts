// `/seasons/:seasonId/applicants/:applicantId/photo`: a photo, where the season shows any.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { importFileResponse } from "../import/file-response";
import { sentenceResponse } from "../rank-list/file-response";

export async function loader({ params, context }: LoaderFunctionArgs) {
  if (!context.person) return sentenceResponse(401, "Sign in first, then open this address again.");
  const { seasonId = "", applicantId = "" } = params;
  return importFileResponse(await context.imports.photo(seasonId, applicantId, context.person.id), "inline");
}
