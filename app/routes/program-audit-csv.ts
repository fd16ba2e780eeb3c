// `/programs/:programId/audit.csv`: the audit trail of a program as a spreadsheet in text form.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { auditFileResponse } from "../audit/audit-response";

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  auditFileResponse(request, context, params.programId ?? "");
