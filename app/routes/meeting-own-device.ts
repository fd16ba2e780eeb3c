// `/meetings/:id/own-device`: a member's word about another device that asks under their name. Open to those who came by passcode
// too, because it is their name.
import { type ActionFunctionArgs, data } from "@remix-run/node";
import { doorSentence } from "../../domain/joining";
import { sentenceResponse } from "../rank-list/file-response";
import { readForm, textOf } from "../read-form";

export const loader = () => {
  throw data(null, { status: 404 });
};

export async function action({ request, params, context }: ActionFunctionArgs) {
  if (!context.person)
    return sentenceResponse(401, "You are signed out, so this device cannot speak for you any more.");
  const isMine = textOf(await readForm(request), "isMine") === "yes";
  const command = { act: isMine ? "letMineIn" : "refuseMine" } as const;
  const answer = await context.door.run(params.id ?? "", context.person.id, command);
  if (answer.ok) return new Response(null, { status: 204 });
  return sentenceResponse(answer.refusal.code === "meetingUnknown" ? 404 : 409, doorSentence(answer.refusal));
}
