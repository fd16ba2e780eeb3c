// `/programs/:programId/audit`: the audit trail of a program.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AuditTrailPage } from "../audit/audit-page";
import { loadAuditPage } from "../audit/audit-response";
import { Page } from "../ui/page";

export const meta: MetaFunction = () => [{ title: "Audit trail · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const programId = params.programId ?? "";
  return { programId, ...(await loadAuditPage(request, context, programId)) };
}

export default function ProgramAudit() {
  const { programId, person, ...loaded } = useLoaderData<typeof loader>();
  return (
    <Page title="Audit trail" person={person} under={{ to: `/programs/${programId}`, label: loaded.page.title }}>
      <AuditTrailPage {...loaded} file={`/programs/${programId}/audit.csv`} />
    </Page>
  );
}
