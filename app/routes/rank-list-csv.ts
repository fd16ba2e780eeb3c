// `/meetings/:id/rank-list.csv`: the rank order list as a spreadsheet in text form.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { rankListResponse } from "../rank-list/file-response";

export const loader = ({ params, context }: LoaderFunctionArgs) => rankListResponse(context, params.id, "csv");
