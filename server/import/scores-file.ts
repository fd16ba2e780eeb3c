// Reads a file of interview scores: applicant, interviewer by e-mail, day, score, comment. A row without score and comment says
// only that the interview is theirs. Who the applicant and the interviewer are is looked up later, in the season.
import { NOTE_TEXT_MAX } from "../../domain/note-words";
import { dateIn } from "./dates";
import type { ScoreField } from "./headers";
import { readAamcId, readEmail, readNrmpId } from "./identifiers";
import { readInterviewScore } from "./numbers";
import type { RowError } from "./reading";
import { type Columns, RowCells, withDateOrders } from "./row-cells";
import type { TableRow } from "./table";

export interface ScoreRow {
  row: number;
  aamcId?: string | undefined;
  nrmpId?: string | undefined;
  /** Lower case. */
  interviewer: string;
  /** ISO date. */
  heldOn?: string | undefined;
  score?: number | undefined;
  comment?: string | undefined;
}

export interface ReadScore {
  /** Undefined when the row has errors. */
  value?: ScoreRow;
  errors: RowError[];
  warnings: RowError[];
}

/** Reads the rows of one file in their order: an interviewer has one row about an applicant. */
export function scoreReader(mapped: Columns<ScoreField>, rows: readonly TableRow[]): (row: TableRow) => ReadScore {
  const columns = withDateOrders(mapped, ["interviewDate"], rows);
  const firstRows = new Map<string, number>();
  return (source) => {
    const cells = new RowCells(columns, source);
    const ids = { aamcId: cells.identifier("aamcId", readAamcId), nrmpId: cells.identifier("nrmpId", readNrmpId) };
    const id = ids.aamcId ?? ids.nrmpId;
    if (id === undefined && cells.errors.length === 0) {
      cells.refuse(cells.columnName("aamcId", cells.columnName("nrmpId", "AAMC ID")), "", "an AAMC ID or an NRMP ID");
    }
    const column = cells.columnName("interviewer", "Interviewer E-mail");
    const interviewer = cells.identifier("interviewer", readEmail);
    if (interviewer === undefined && !cells.errors.some((error) => error.column === column)) {
      cells.refuse(column, "", "the interviewer's e-mail address");
    }
    const heldOn = cells.date("interviewDate", dateIn);
    const score = cells.strict("score", readInterviewScore);
    const comment = cells.text("comment", NOTE_TEXT_MAX);
    const first = firstRows.get(`${id} ${interviewer}`);
    if (id !== undefined && interviewer !== undefined && first !== undefined) {
      cells.refuse(column, interviewer, `one row of an interviewer about an applicant; row ${first} is theirs already`);
    }
    const { errors, warnings } = cells;
    if (errors.length > 0 || interviewer === undefined) return { errors, warnings };
    firstRows.set(`${id} ${interviewer}`, source.row);
    return { value: { row: source.row, ...ids, interviewer, heldOn, score, comment }, errors, warnings };
  };
}
