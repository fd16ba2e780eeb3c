// The drawer's File: the facts as the application states them.
import { useMemo } from "react";
import type { Applicant } from "../../../domain/applicant";
import { type Fact, fileFacts } from "./file-facts";

export function FileTab({ applicant, seesVisa }: { applicant: Applicant; seesVisa: boolean }) {
  const groups = useMemo(() => fileFacts(applicant, { seesVisa }), [applicant, seesVisa]);
  return (
    <div className="flex flex-col gap-5">
      {groups.map(({ heading, facts }) => (
        <section key={heading} aria-label={heading}>
          <h3 className="border-b border-hairline pb-1 font-bold">{heading}</h3>
          <dl className="mt-1 grid grid-cols-[8.5rem_1fr] gap-x-4 gap-y-1">
            {facts.map((fact) => (
              <FactLine key={fact.label} {...fact} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

const FactLine = ({ label, value, note }: Fact) => (
  <>
    <dt className="text-muted">{label}</dt>
    <dd className="tabular min-w-0 break-words">
      {value ?? <span className="text-muted">not given</span>}
      {note && <span className="block text-meta text-muted">{note}</span>}
    </dd>
  </>
);
