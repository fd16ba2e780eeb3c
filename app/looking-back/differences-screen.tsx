// What lies between the preliminary list and the list of now, with what was said for each change; what nobody said a word about is
// first, and is where a director may want to ask (DIFF-1). Prints as it stands.
import { useRevalidator } from "@remix-run/react";
import type { ExplainedChange } from "../../domain/list-reasons";
import type { DifferencesPage } from "../../server/context/looking-back";
import type { SignedInPerson } from "../../server/load-context";
import { Button } from "../ui/button";
import { Moment } from "../ui/moment";
import { EmptyState } from "../ui/notice-panel";
import { ChangedLine } from "./changed-line";
import { LookingBackPage } from "./looking-back-page";
import { changeCounts } from "./reason-words";

interface DifferencesScreenProps {
  person: SignedInPerson;
  page: DifferencesPage;
}

export function DifferencesScreen({ person, page }: DifferencesScreenProps) {
  const { at, reasons, names, signers } = page;
  const { revalidate, state } = useRevalidator();
  const changes = reasons?.changes ?? [];
  const unexplained = changes.filter((change) => change.reasons.length === 0);
  const explained = changes.filter((change) => change.reasons.length > 0);
  return (
    <LookingBackPage title="What has changed since the preliminary list" part="differences" person={person} page={page}>
      {reasons && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="max-w-[70ch] flex-1 basis-80">
            As of <Moment at={at} />: {changeCounts(reasons)}.
          </p>
          <Button onClick={revalidate} aria-disabled={state === "loading"} className="print:hidden">
            Refresh
          </Button>
        </div>
      )}
      {!reasons && (
        <EmptyState title="No preliminary list">
          This meeting has no preliminary list to compare with. It is frozen when the list is ready, before the meeting.
        </EmptyState>
      )}
      {reasons && changes.length === 0 && (
        <EmptyState title="Nothing has changed">The list stands as the meeting opened with it.</EmptyState>
      )}
      <Changes heading="Without a reason" changes={unexplained} names={names} signers={signers} />
      <Changes heading="With a reason" changes={explained} names={names} signers={signers} />
    </LookingBackPage>
  );
}

interface ChangesProps extends Pick<DifferencesPage, "names" | "signers"> {
  heading: string;
  changes: readonly ExplainedChange[];
}

function Changes({ heading, changes, names, signers }: ChangesProps) {
  if (changes.length === 0) return null;
  return (
    <section aria-label={heading} className="rounded-md border border-hairline bg-surface px-4 py-3">
      <h2 className="font-bold">
        {heading} <span className="tabular font-normal text-muted">{changes.length}</span>
      </h2>
      <ol>
        {changes.map((line) => (
          <ChangedLine
            key={line.change.applicantId}
            line={line}
            name={names[line.change.applicantId]}
            signers={signers}
          />
        ))}
      </ol>
    </section>
  );
}
