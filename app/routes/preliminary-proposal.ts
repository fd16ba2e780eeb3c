// `/seasons/:seasonId/preliminary/proposal`: what an arrangement would change. Nothing is done.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerResponse } from "../preliminary/answer-response";

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answerResponse(context, (personId) =>
    context.preliminary.propose(params.seasonId ?? "", personId, Object.fromEntries(new URL(request.url).searchParams)),
  );
