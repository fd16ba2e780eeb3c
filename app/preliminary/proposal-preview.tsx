// What an arrangement would make of the list, before anybody says yes to it.
import type { ArrangeSource } from "../../domain/arrange-source";
import { counted } from "../../domain/count-words";
import type { ApplicantId } from "../../domain/ids";
import type { ListProposal } from "../../server/context/preliminary";
import { ChangeList } from "./change-list";
import { LeftOutNote } from "./left-out-note";

/** What somebody lacks who comes last. */
const lacks: Record<ArrangeSource, string> = {
  rubric: "too little on file for a place",
  scores: "no score",
  imported: "not on the list",
  snapshot: "",
  nothing: "",
};

interface ProposalPreviewProps {
  proposal: ListProposal;
  nameOf: (id: ApplicantId) => string;
}

export function ProposalPreview({ proposal, nameOf }: ProposalPreviewProps) {
  const { source, counts, first, withoutValue, changes, groups } = proposal;
  const missing = new Set(withoutValue);
  return (
    <div className="flex flex-col gap-4">
      <p className="tabular">
        Protected {counts.protected} · Ranked {counts.protected + counts.middle} · Not ranked {counts.red}
        {counts.unplaced > 0 && ` · Not placed ${counts.unplaced}`}
      </p>
      <LeftOutNote groups={groups} nameOf={nameOf} />
      {withoutValue.length > 0 && (
        <details>
          <summary className="min-h-9 cursor-pointer pointer-coarse:min-h-11">
            {counted(withoutValue.length, "applicant has", "applicants have")} {lacks[source]} and{" "}
            {withoutValue.length === 1 ? "comes" : "come"} last
          </summary>
          <ul className="max-h-40 overflow-y-auto pl-4">
            {withoutValue.map((id) => (
              <li key={id}>
                {nameOf(id)} <span className="text-muted">{lacks[source]}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {first.length > 0 && (
        <section aria-labelledby="first">
          <h3 id="first" className="font-bold">
            The first {first.length}
          </h3>
          <ol>
            {first.map(({ applicantId, value }, index) => (
              <li key={applicantId} className="flex gap-2">
                <span className="tabular w-8 text-right font-bold">{index + 1}</span>
                <span className="min-w-0 flex-1">{nameOf(applicantId)}</span>
                <span className="tabular text-muted">
                  {value === undefined ? missing.has(applicantId) && lacks[source] : value.toFixed(1)}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <section aria-labelledby="changes">
        <h3 id="changes" className="font-bold">
          What it changes
        </h3>
        <ChangeList changes={changes} nameOf={nameOf} />
      </section>
    </div>
  );
}
