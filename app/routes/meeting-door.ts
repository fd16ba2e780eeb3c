// `/meetings/:id/door`: the link, the passcode and the queue, and what is done about them; for the meeting's page and the projector.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { doorSentence } from "../../domain/joining";
import { doorCommandSchema } from "../../domain/joining-schemas";
import { sentenceResponse } from "../rank-list/file-response";
import { readForm } from "../read-form";

const unknown = () => sentenceResponse(404, doorSentence({ code: "meetingUnknown" }));
const signedOut = () => sentenceResponse(401, "You are signed out. Sign in again to see who is at the door.");

export async function loader({ params, context }: LoaderFunctionArgs) {
  if (!context.person) return signedOut();
  const view = await context.door.view(params.id ?? "", context.person.id);
  return view ? Response.json(view, { headers: { "Cache-Control": "no-store" } }) : unknown();
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  if (!context.person) return signedOut();
  const command = doorCommandSchema.safeParse(Object.fromEntries(await readForm(request)));
  if (!command.success) return sentenceResponse(400, doorSentence({ code: "notUnderstood" }));
  const answer = await context.door.run(params.id ?? "", context.person.id, command.data);
  if (answer.ok) return new Response(null, { status: 204 });
  const { code } = answer.refusal;
  const status = code === "meetingUnknown" ? 404 : code === "notAllowed" ? 403 : 409;
  return sentenceResponse(status, doorSentence(answer.refusal));
}
