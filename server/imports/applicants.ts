// A file of applicants: read, matched with the season's applicants by AAMC or NRMP ID, and handed to the log as one command.
import { randomUUID } from "node:crypto";
import type { CheckedRow } from "../../db/import-rows";
import type { ApplicantFacts } from "../../domain/applicant";
import { type FileColumns, type ImportApplicants, importApplicantsSchema } from "../../domain/commands";
import type { ApplicantId } from "../../domain/ids";
import { finderOf, planImport, type RowPlan } from "../../domain/import-plan";
import { applicantReader } from "../import/applicants-file";
import { factColumns } from "../import/fact-columns";
import type { ApplicantField } from "../import/headers";
import type { RowError } from "../import/reading";
import { mapColumns } from "../import/row-cells";
import { shownChange } from "./fact-words";
import { eachRow, type Plan, type Work } from "./work";

interface GoodRow {
  row: number;
  facts: Partial<ApplicantFacts>;
  withdrawn: boolean;
  unread?: FileColumns;
  warnings: RowError[];
}

interface ApplicantsPlan extends Plan<ImportApplicants> {
  /** By row of the file: whom it is about, for rows that are taken or say what is known. */
  owners: ReadonlyMap<number, ApplicantId>;
}

export async function planApplicants(work: Work): Promise<ApplicantsPlan> {
  const { state, season, withheld, entry, rows, step } = work;
  const fields = (entry.fields ?? []) as (ApplicantField | null)[];
  const find = finderOf(state);
  const readRow = applicantReader(mapColumns(entry.headers, fields), rows, (ids) => find(ids).length > 0);
  const checked: CheckedRow[] = [];
  const good: GoodRow[] = [];
  await eachRow(rows, step, { from: 0, to: 0.6 }, (source) => {
    const { errors, ...read } = readRow(source);
    const { facts } = read;
    const known = find(facts);
    const named = facts.name ? { name: facts.name } : {};
    if (known.some(({ id }) => withheld.has(id))) checked.push({ row: source.row, outcome: "withheld" });
    else if (isForOtherTrack(facts, season.programCode)) {
      checked.push({ row: source.row, outcome: "otherTrack", ...named });
    } else if (errors.length > 0) checked.push({ row: source.row, outcome: "bad", ...named, problems: shown(errors) });
    else good.push({ row: source.row, ...read });
  });
  const deed: ImportApplicants = {
    type: "importApplicants",
    ...factColumns(fields),
    rows: good.map(({ facts, withdrawn, unread }) => ({
      id: randomUUID(),
      facts,
      withdrawn,
      ...(unread && { unread }),
    })),
  };
  const plans = planImport(state, deed, withheld);
  const taken: ImportApplicants["rows"] = [];
  const owners = new Map<number, ApplicantId>();
  await eachRow([...good.entries()], step, { from: 0.6, to: 0.9 }, ([at, row]) => {
    const plan = plans[at] as RowPlan;
    const told = tell(row, plan, work);
    const own = deed.rows[at] as (typeof taken)[number];
    checked.push(told);
    if (told.outcome === "new" || told.outcome === "changed") taken.push(own);
    const applicantId = told.outcome === "new" ? own.id : told.applicantId;
    if (applicantId !== undefined) owners.set(row.row, applicantId);
  });
  return { checked, owners, deed: importApplicantsSchema.parse({ ...deed, rows: taken }) };
}

const shown = (errors: readonly RowError[]) =>
  errors.map(({ column, value, expected }) => ({ column, value, expected }));

/** A row that names tracks by their codes, and not this one. */
function isForOtherTrack({ tracks = [] }: Partial<ApplicantFacts>, programCode: string): boolean {
  const codes = tracks.flatMap((track) => track.match(/\b\d{7}[A-Z]\d\b/g) ?? []);
  return codes.length > 0 && !codes.includes(programCode);
}

function tell({ row, facts, warnings }: GoodRow, plan: RowPlan, { state, withheld }: Work): CheckedRow {
  const left = warnings.length > 0 ? { problems: shown(warnings) } : {};
  const refused = (column: string, value: string, expected: string): CheckedRow => ({
    row,
    outcome: "bad",
    ...(facts.name && { name: facts.name }),
    problems: [{ column, value, expected }],
  });
  const id = facts.aamcId ?? facts.nrmpId ?? "";
  switch (plan.outcome) {
    case "new":
      return { row, outcome: "new", name: facts.name ?? "", ...left };
    case "changed": {
      const { applicantId, changes, withdraws } = plan;
      const name = facts.name ?? state.applicants[applicantId]?.name ?? "";
      const told = changes.map((change) => shownChange(change, withheld.size > 0));
      const withdrawal = withdraws ? [{ what: "Withdrawn", from: "No", to: "Yes" }] : [];
      return { row, outcome: "changed", applicantId, name, changes: [...told, ...withdrawal], ...left };
    }
    case "unchanged": {
      const { applicantId } = plan;
      return { row, outcome: "unchanged", applicantId, name: state.applicants[applicantId]?.name ?? "", ...left };
    }
    case "withheld":
      return { row, outcome: "withheld" };
    case "twoApplicants":
      return refused("AAMC ID", id, "an AAMC ID and an NRMP ID of the same applicant; these belong to two");
    case "repeated":
      return refused("AAMC ID", id, "one row an applicant; an earlier row is about the same one");
    case "nameless":
      return refused("Name", "", "a name, because nobody in this season has that id yet");
  }
}
