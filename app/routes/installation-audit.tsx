// `/audit`: the audit trail of the installation, for its administrators.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AuditTrailPage } from "../audit/audit-page";
import { loadAuditPage } from "../audit/audit-response";
import { Page } from "../ui/page";

export const meta: MetaFunction = () => [{ title: "Audit trail · Rank Room" }];

export const loader = ({ request, context }: LoaderFunctionArgs) => loadAuditPage(request, context, null);

export default function InstallationAudit() {
  const { person, ...loaded } = useLoaderData<typeof loader>();
  return (
    <Page title="Audit trail of the installation" person={person} under={{ to: "/programs", label: "Programs" }}>
      <AuditTrailPage {...loaded} file="/audit.csv" />
    </Page>
  );
}
