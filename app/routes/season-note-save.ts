// `/seasons/:seasonId/notes/:applicantId/save`: a note as a device sends it, in the background and again until it arrives. Being
// signed out is answered in words, not by a redirect.
import type { ActionFunctionArgs } from "@remix-run/node";
import type { NoteSave } from "../../server/context/notes";
import { sentenceResponse } from "../rank-list/file-response";
import { readForm, textOf } from "../read-form";

export const loader = () => {
  throw new Response(null, { status: 405 });
};

export async function action({ request, params, context }: ActionFunctionArgs) {
  if (!context.person) return sentenceResponse(401, "You are signed out. Sign in again to save.");
  const form = await readForm(request).catch(() => null);
  if (!form) return sentenceResponse(400, "That was no note, or one that is far too long.");
  const save = readSave(textOf(form, "save"));
  const answer = await context.notes.save(params.seasonId ?? "", params.applicantId ?? "", context.person.id, save);
  return Response.json(answer, { status: answer.ok ? 200 : answer.status });
}

/** Whatever it is: the service says what it has to be. */
function readSave(text: string): NoteSave {
  try {
    return JSON.parse(text);
  } catch {
    return { saveId: "", base: null, content: null };
  }
}
