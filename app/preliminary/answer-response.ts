// What a service answers, for a part of the page that asks by itself: JSON, or the sentence that says why not. Server only.
import type { AppLoadContext } from "@remix-run/node";
import type { ProgramAnswer } from "../../server/context/answers";
import { sentenceResponse } from "../rank-list/file-response";

export async function answerResponse<Told extends object>(
  { person }: Pick<AppLoadContext, "person">,
  ask: (personId: string) => Promise<ProgramAnswer<Told>>,
): Promise<Response> {
  if (!person) return sentenceResponse(401, "You are signed out. Sign in again to read on.");
  const answer = await ask(person.id);
  if (!answer.ok) return sentenceResponse(answer.status, answer.message);
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}
