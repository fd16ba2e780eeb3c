// `/meetings/:id/r3.txt?id=aamc|nrmp`: the text file that NRMP's R3 imports.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { rankListResponse, sentenceResponse } from "../rank-list/file-response";

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const id = new URL(request.url).searchParams.get("id");
  if (id !== "aamc" && id !== "nrmp") {
    return sentenceResponse(
      400,
      "Say which identifier the file is for: end the address with ?id=aamc or with ?id=nrmp.",
    );
  }
  return rankListResponse(context, params.id, `r3-${id}`);
}
