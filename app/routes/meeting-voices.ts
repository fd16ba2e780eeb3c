// `/meetings/:id/voices`: the weights that the meeting's tallies name, for the drawer.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerResponse } from "../preliminary/answer-response";

export const loader = ({ params, context }: LoaderFunctionArgs) =>
  answerResponse(context, (personId) => context.voices.weightsIn(params.id ?? "", personId));
