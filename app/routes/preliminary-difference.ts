// `/seasons/:seasonId/preliminary/difference`: what lies between two snapshots, or one and now.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerResponse } from "../preliminary/answer-response";

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answerResponse(context, (personId) =>
    context.preliminary.difference(
      params.seasonId ?? "",
      personId,
      Object.fromEntries(new URL(request.url).searchParams),
    ),
  );
