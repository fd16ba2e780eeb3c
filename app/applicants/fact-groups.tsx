// The facts of a file, group by group: in the meeting's drawer, and on the applicant's own page, where those who prepare also
// write into them.
import { useMemo } from "react";
import type { Applicant } from "../../domain/applicant";
import { Button } from "../ui/button";
import { EditButton } from "./edit-button";
import { type Fact, type FactGroup, fileFacts } from "./file-facts";
import type { PartEdit } from "./part-edit";
import type { TimelineLine } from "./timeline-lines";
import { TimelineView } from "./timeline-view";

interface FactGroupsProps {
  applicant: Applicant;
  matchYear: number;
  seesVisa: boolean;
  /** One below the heading that they stand under. */
  headingLevel: "h2" | "h3";
  /** Left out where nothing can be written. */
  onEdit?: (edit: PartEdit) => void;
}

export function FactGroups({ applicant, matchYear, seesVisa, headingLevel: Heading, onEdit }: FactGroupsProps) {
  const groups = useMemo(() => fileFacts(applicant, { seesVisa }), [applicant, seesVisa]);
  return (
    <div className="flex flex-col gap-5">
      {groups.map((group) => (
        <section key={group.name} aria-label={group.heading}>
          <Heading className="border-b border-hairline pb-1 font-bold">{group.heading}</Heading>
          {group.name === "timeline" && (
            <TimelineView facts={applicant} matchYear={matchYear} onEdit={onEdit && ((line) => onEdit(editOf(line)))} />
          )}
          <FactList facts={group.facts} onEdit={onEdit} />
          {onEdit && <GroupActs group={group} applicant={applicant} onEdit={onEdit} />}
        </section>
      ))}
    </div>
  );
}

const editOf = ({ at, gap }: TimelineLine): PartEdit =>
  gap ? { part: "timeline", gap } : { part: "timeline", ...(at !== undefined && { at }) };

const FactList = ({ facts, onEdit }: { facts: Fact[]; onEdit: FactGroupsProps["onEdit"] }) => (
  <dl className="mt-1 grid grid-cols-[8.5rem_1fr] gap-x-4 gap-y-1">
    {facts.map((fact, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two letters may say the same, and their order is the file's.
      <FactLine key={index} fact={fact} onEdit={onEdit} />
    ))}
  </dl>
);

const FactLine = ({ fact, onEdit }: { fact: Fact; onEdit: FactGroupsProps["onEdit"] }) => {
  const { label, value, note, source, entry } = fact;
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd className="tabular flex min-w-0 items-start justify-between gap-2">
        <span className="min-w-0 break-words">
          {value ?? <span className="text-muted">not given</span>}
          {note && <span className="block text-meta text-muted">{note}</span>}
          {source && <Source source={source} />}
        </span>
        {onEdit && entry && (
          <EditButton words={`Change ${label.toLowerCase()}: ${value}`} onPress={() => onEdit(entry)} />
        )}
      </dd>
    </>
  );
};

/** Only an address of the web is a link. */
const Source = ({ source }: { source: string }) => (
  <span className="block text-meta text-muted">
    {"Source: "}
    {/^https?:\/\//i.test(source) ? (
      <a href={source} target="_blank" rel="noreferrer noopener" className="underline">
        {source}
      </a>
    ) : (
      source
    )}
  </span>
);

interface GroupActsProps {
  group: FactGroup;
  applicant: Applicant;
  onEdit: (edit: PartEdit) => void;
}

function GroupActs({ group: { name }, applicant, onEdit }: GroupActsProps) {
  const acts = actsOf(name, applicant);
  if (acts.length === 0) return null;
  return (
    <p className="mt-2 flex flex-wrap gap-2">
      {acts.map(({ words, edit }) => (
        <Button key={words} onClick={() => onEdit(edit)}>
          {words}…
        </Button>
      ))}
    </p>
  );
}

function actsOf(
  name: FactGroup["name"],
  { interrupted, interruptedWhy }: Applicant,
): { words: string; edit: PartEdit }[] {
  switch (name) {
    case "timeline":
      return [
        { words: "Add to the timeline", edit: { part: "timeline" } },
        ...(interrupted || interruptedWhy
          ? [{ words: "Explain the interruption", edit: { part: "interruptedWhy" } as const }]
          : []),
      ];
    case "exams":
      return [{ words: "Explain attempts", edit: { part: "examExplanation" } }];
    case "clinical":
      return [{ words: "Change by kind", edit: { part: "clinicalExperience" } }];
    case "letters":
      return [
        { words: "Add a letter", edit: { part: "letters" } },
        { words: "Add a fit signal", edit: { part: "fitSignals" } },
      ];
    default:
      return [];
  }
}
