// Reads a file of applicants (ERAS PDWS, Thalamus, or a spreadsheet of one's own) into facts.
// A missing or broken identifier, an impossible score, a missing name or a repeated id refuses that row only;
// any other unreadable cell is left out and reported. Protected columns are never looked at here. A file that is mapped in the browser
// may leave out the name of somebody who is known.
import { type ApplicantFacts, applicantFactsSchema } from "../../domain/applicant";
import { clinicalKinds } from "../../domain/clinical-experience";
import type { FileColumns } from "../../domain/commands";
import { dateIn, monthIn } from "./dates";
import { factColumns } from "./fact-columns";
import { type ApplicantField, applicantHeaders, fieldFinder } from "./headers";
import { readAamcId, readEmail, readNrmpId } from "./identifiers";
import { readComlex, readInterviewScore, readMonths, readStep2, readStepResult } from "./numbers";
import { applicantName } from "./person-name";
import { type FileReading, type Readable, type RowError, refusal } from "./reading";
import { type Columns, RowCells, recogniseColumns, withDateOrders } from "./row-cells";
import { readTable, type TableRow } from "./table";
import { readStatus, readWithdrawn } from "./withdrawals";
import { readSchoolType, readSignal, readVisa, readYesNo } from "./word-cells";

export interface ApplicantRow {
  row: number;
  facts: ApplicantFacts;
  withdrawn: boolean;
  unread?: FileColumns;
}

type Cells = RowCells<ApplicantField>;

const fieldOf = fieldFinder<ApplicantField>(applicantHeaders);
export const isApplicantHeader = (header: string): boolean => fieldOf(header) !== undefined;

export interface ApplicantsReading extends FileReading<ApplicantRow> {
  columns: FileColumns;
}

export function readApplicantsFile(text: string): Readable<{ reading: ApplicantsReading }> {
  const read = readTable(text, isApplicantHeader);
  if (!read.ok) return read;
  const columns = recogniseColumns(read.table, fieldOf);
  const has = (field: ApplicantField) => columns.positions.has(field);
  if (!(has("aamcId") || has("nrmpId")) || !(has("name") || has("lastName"))) {
    return refusal(
      "has no heading for the applicants' id and name. Expected a column “AAMC ID” (or “NRMP ID”) and a column " +
        "“Applicant Name” (or “First Name” and “Last Name”) in its first line.",
    );
  }

  const good: ApplicantRow[] = [];
  const bad: RowError[] = [...read.table.bad];
  const warnings: RowError[] = [];
  const readRow = applicantReader(columns, read.table.rows);
  for (const row of read.table.rows) {
    const { facts, withdrawn, unread, errors, ...told } = readRow(row);
    bad.push(...errors);
    if (errors.length > 0 || facts.name === undefined) continue;
    warnings.push(...told.warnings);
    good.push({ row: row.row, facts: { ...facts, name: facts.name }, withdrawn, ...(unread && { unread }) });
  }
  bad.sort((one, other) => one.row - other.row);
  const { dropped: droppedColumns, ignored: ignoredColumns } = columns;
  const told = { droppedColumns, ignoredColumns, notes: [], columns: factColumns([...columns.positions.keys()]) };
  return { ok: true, reading: { good, bad, warnings, ...told } };
}

export type ApplicantIds = Pick<ApplicantFacts, "aamcId" | "nrmpId">;

export interface ReadApplicant {
  facts: Partial<ApplicantFacts>;
  withdrawn: boolean;
  /** What its cells say unreadably. */
  unread?: FileColumns;
  /** Empty when the row can be taken. */
  errors: RowError[];
  warnings: RowError[];
}

/** Reads the rows of one file in their order: an id that a row was kept with is refused to later ones. */
export function applicantReader(
  mapped: Columns<ApplicantField>,
  rows: readonly TableRow[],
  mayLackName: (ids: ApplicantIds) => boolean = () => false,
): (row: TableRow) => ReadApplicant {
  const columns = withDateOrders(mapped, ["graduation", "interviewDate"], rows);
  const firstRows = new Map<string, number>();
  return (row) => {
    const cells = new RowCells(columns, row);
    const { facts, withdrawn } = readApplicant(cells, mayLackName);
    refuseRepeats(cells, facts, firstRows);
    const { errors, warnings } = cells;
    if (errors.length === 0) for (const id of idsOf(facts)) firstRows.set(id, row.row);
    const unread = factColumns([...cells.unread]);
    const isRead = unread.mapped.length === 0 && unread.clinicalKinds.length === 0;
    return { facts, withdrawn, ...(!isRead && { unread }), errors, warnings };
  };
}

function readApplicant(
  cells: Cells,
  mayLackName: (ids: ApplicantIds) => boolean,
): Pick<ReadApplicant, "facts" | "withdrawn"> {
  const ids = { aamcId: cells.identifier("aamcId", readAamcId), nrmpId: cells.identifier("nrmpId", readNrmpId) };
  if (!ids.aamcId && !ids.nrmpId && cells.errors.length === 0) {
    cells.refuse(cells.columnName("aamcId", cells.columnName("nrmpId", "AAMC ID")), "", "an AAMC ID or an NRMP ID");
  }
  const name = applicantName(cells);
  if (!name && !mayLackName(ids))
    cells.refuse(cells.columnName("name", cells.columnName("lastName", "Applicant Name")), "", "a name");

  const facts: Partial<ApplicantFacts> = {
    name,
    ...ids,
    email: cells.optional("email", readEmail),
    school: cells.text("school", 300),
    ...schooling(cells),
    graduation: cells.date("graduation", monthIn),
    step1: cells.attempts("step1", readStepResult),
    step2: cells.attempts("step2", readStep2),
    step3: cells.attempts("step3", readStepResult),
    comlex2: cells.attempts("comlex2", readComlex),
    interrupted: cells.optional("interrupted", readYesNo),
    interruptedWhy: cells.text("interruptedWhy", 2000),
    visa: cells.optional("visa", readVisa),
    ecfmgCertified: cells.optional("ecfmgCertified", readYesNo),
    usGraduate: cells.optional("usGraduate", readYesNo),
    couple: cells.optional("couple", readYesNo),
    couplePartner: cells.text("couplePartner", 200),
    usClinicalMonths: cells.optional("usClinicalMonths", readMonths),
    clinicalExperience: clinicalExperience(cells),
    signal: signal(cells),
    interviewDate: cells.date("interviewDate", dateIn),
    interviewScore: cells.optional("interviewScore", readInterviewScore),
    tracks: tracks(cells),
  };
  refuseUnfit(cells, facts);
  return { facts: present(facts), withdrawn: withdrawn(cells) };
}

/** Two columns that contradict each other say nothing, and so does what is not sure. */
function withdrawn(cells: Cells): boolean {
  const said = cells.optional("withdrawn", readWithdrawn);
  const status = cells.optional("status", readStatus) ?? undefined;
  if (said !== undefined && status !== undefined && said !== status) {
    cells.leaveOut("withdrawn", `${said ? "Yes" : "No"}, and ${cells.text("status", 200)}`, "the same in both columns");
    return false;
  }
  return said ?? status ?? false;
}

/** PDWS calls a school only public, private or international; the degree tells an osteopathic one. */
function schooling(cells: Cells): Pick<ApplicantFacts, "schoolType" | "schoolCountry" | "degree"> {
  const degree = cells.text("degree", 50);
  const named = cells.optional("schoolType", readSchoolType);
  const isOsteopath = /^d\.?\s?o\.?$/i.test(degree ?? "");
  const schoolType = isOsteopath && named !== "International" ? "US DO" : named;
  return { schoolType, schoolCountry: cells.text("schoolCountry", 100), degree };
}

/** A rung of the ladder without a value is not in it; a zero that was given is. */
function clinicalExperience(cells: Cells): ApplicantFacts["clinicalExperience"] {
  const experience = clinicalKinds.flatMap((kind) => {
    const months = cells.optional(`${kind}Months`, readMonths);
    return months === undefined ? [] : [{ kind, months }];
  });
  return experience.length === 0 ? undefined : experience;
}

function signal(cells: Cells): ApplicantFacts["signal"] {
  const read = cells.optional("signal", readSignal);
  return read === "none" ? undefined : read;
}

/** Several tracks stand in one cell, parted by semicolons or, after a closing bracket, by commas. */
function tracks(cells: Cells): string[] | undefined {
  const parts = (cells.text("tracks", 2000) ?? "")
    .split(/;|(?<=\)),/)
    .map((part) => part.trim().slice(0, 200))
    .filter((part) => part !== "")
    .slice(0, 20);
  return parts.length === 0 ? undefined : parts;
}

const idsOf = (facts: ApplicantIds): string[] => [facts.aamcId, facts.nrmpId].filter((id) => id !== undefined);

/** Only rows that are kept claim an id, so that a broken first copy does not cost its good second. */
function refuseRepeats(cells: Cells, facts: ApplicantIds, firstRows: ReadonlyMap<string, number>): void {
  for (const field of ["aamcId", "nrmpId"] as const) {
    const id = facts[field];
    const first = id === undefined ? undefined : firstRows.get(id);
    if (id === undefined || first === undefined) continue;
    const title = field === "aamcId" ? "AAMC ID" : "NRMP ID";
    cells.refuse(cells.columnName(field, title), id, `an id that no other row has; row ${first} has it already`);
  }
}

const partialFactsSchema = applicantFactsSchema.partial();

/** The readers above already keep to the schema; this guards the promise that `facts` always parses. */
function refuseUnfit(cells: Cells, facts: Partial<ApplicantFacts>): void {
  if (cells.errors.length > 0) return;
  const parsed = partialFactsSchema.safeParse(facts);
  const issue = parsed.error?.issues[0];
  if (issue) cells.refuse(String(issue.path[0] ?? "whole row"), "", issue.message);
}

/** Without the fields that hold nothing, so that the same file always gives the same facts. */
function present(facts: Partial<ApplicantFacts>): Partial<ApplicantFacts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
