// `/seasons/:seasonId/preliminary/checks`: who has met whom, scores and the rubric's suggestion; with `applicant`, the rubric's
// lines for one of them.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerResponse } from "../preliminary/answer-response";

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answerResponse(context, (personId) =>
    context.preliminary.checks(params.seasonId ?? "", personId, new URL(request.url).searchParams.get("applicant")),
  );
