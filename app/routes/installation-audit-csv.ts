// `/audit.csv`: the audit trail of the installation as a spreadsheet in text form.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { auditFileResponse } from "../audit/audit-response";

export const loader = ({ request, context }: LoaderFunctionArgs) => auditFileResponse(request, context, null);
