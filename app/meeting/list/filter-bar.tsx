// Two questions below the search: of which school, and what has been said or done. What is found is shown in my own view only.
import type { ReactNode } from "react";
import { Button } from "../../ui/button";
import { SelectField } from "../../ui/field";
import { type Filter, findFiltered, schools, subjects } from "./filters";

interface FilterBarProps {
  filter: Filter;
  onFilter: (filter: Filter) => void;
  onEnd: () => void;
}

export function FilterBar({ filter, onFilter, onEnd }: FilterBarProps) {
  return (
    <section aria-label="Filter" className="flex flex-wrap items-end gap-3 border-b border-hairline px-4 py-2">
      <Choice
        label="School"
        value={filter.school}
        onChoose={(school) => onFilter({ ...filter, school: schools.find((one) => one === school) ?? "" })}
      >
        {schools.map((school) => (
          <option key={school}>{school}</option>
        ))}
      </Choice>
      <Choice
        label="Said and done"
        value={filter.subject}
        onChoose={(chosen) => onFilter({ ...filter, subject: subjectNames.find((one) => one === chosen) ?? "" })}
      >
        {subjectNames.map((subject) => (
          <option key={subject} value={subject}>
            {subjects[subject]}
          </option>
        ))}
      </Choice>
      <Button onClick={onEnd}>Show everybody</Button>
    </section>
  );
}

const subjectNames = Object.keys(subjects) as (keyof typeof subjects)[];

interface ChoiceProps {
  label: string;
  value: string;
  onChoose: (value: string) => void;
  children: ReactNode;
}

const Choice = ({ label, value, onChoose, children }: ChoiceProps) => (
  <SelectField
    label={label}
    value={value}
    onChange={(event) => onChoose(event.currentTarget.value)}
    className="min-w-36 max-sm:flex-1"
  >
    <option value="">Any</option>
    {children}
  </SelectField>
);

/** What the list needs of filters, fetched together. */
export const filtering = { Bar: FilterBar, findFiltered };
