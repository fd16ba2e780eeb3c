// Everybody with a total and a bar; a name opens the explanation. Sorting and searching are mine alone.

import { useState } from "react";
import { counted } from "../../domain/count-words";
import { nameSearch } from "../../domain/name-search";
import { rubricLines, rubricLineWords } from "../../domain/rubric";
import type { RubricPage } from "../../server/context/rubrics";
import { SelectField, TextField } from "../ui/field";
import { Panel } from "../ui/panel";
import { ApplicantDialog, type ApplicantRequest } from "./applicant-dialogs";
import { ApplicantRow } from "./applicant-row";
import { type SortKey, sorted, withBreakdown } from "./scored-applicants";

export function ApplicantsPanel({ page }: { page: RubricPage }) {
  const [sortKey, setSortKey] = useState<SortKey>("name");
  const [search, setSearch] = useState("");
  const [openId, setOpenId] = useState<string | null>(null);
  const [asked, setAsked] = useState<ApplicantRequest | null>(null);
  const { current, applicants, season } = page;
  const { finds } = nameSearch(search);
  const shown = sorted(withBreakdown(current, applicants), sortKey).filter(({ name }) => finds(name));
  return (
    <Panel title="Applicants">
      <p className="max-w-[70ch] text-muted">
        A total is the share of the points that could be earned with what is on file, and says how much that is. Sorting
        is yours alone and moves nobody.
      </p>
      {applicants.length === 0 ? (
        <p>There are no applicants yet: import them first.</p>
      ) : (
        <>
          <div className="grid w-full gap-4 sm:grid-cols-2">
            <SelectField
              label="Sort by"
              value={sortKey}
              onChange={(event) => setSortKey(event.currentTarget.value as SortKey)}
            >
              <option value="name">Name</option>
              <option value="total">Total</option>
              {rubricLines.map((line) => (
                <option key={line} value={line}>
                  {rubricLineWords[line]}
                </option>
              ))}
            </SelectField>
            <TextField
              label="Find a name"
              type="search"
              autoComplete="off"
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          </div>
          <p role="status" className="text-meta text-muted">
            {shown.length === applicants.length
              ? counted(applicants.length, "applicant")
              : `${shown.length} of ${counted(applicants.length, "applicant")}`}
          </p>
          <ul className="w-full">
            {shown.map((applicant) => (
              <ApplicantRow
                key={applicant.id}
                applicant={applicant}
                rubric={current.rubric}
                season={season}
                isOpen={openId === applicant.id}
                onToggle={() => setOpenId((id) => (id === applicant.id ? null : applicant.id))}
                onAsk={setAsked}
              />
            ))}
          </ul>
        </>
      )}
      {asked && <ApplicantDialog request={asked} onClose={() => setAsked(null)} />}
    </Panel>
  );
}
