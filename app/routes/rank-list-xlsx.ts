// `/meetings/:id/rank-list.xlsx`: the rank order list as an Excel file.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { rankListResponse } from "../rank-list/file-response";

export const loader = ({ params, context }: LoaderFunctionArgs) => rankListResponse(context, params.id, "xlsx");
