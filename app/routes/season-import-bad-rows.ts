// `/seasons/:seasonId/import/:importId/bad-rows.csv`: the rows that cannot be taken, with the reason, to correct them by.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { importFileResponse } from "../import/file-response";
import { sentenceResponse } from "../rank-list/file-response";

export async function loader({ params, context }: LoaderFunctionArgs) {
  if (!context.person) return sentenceResponse(401, "Sign in first, then open this address again.");
  const { seasonId = "", importId = "" } = params;
  return importFileResponse(await context.imports.badRows(seasonId, importId, context.person.id), "attachment");
}
