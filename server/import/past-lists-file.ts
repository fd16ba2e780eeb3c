// Reads a file of past rank lists: cycle, quota, rank, outcome, signal; without names, because only how far down a list went is
// asked of it. A cycle has one quota and each rank once.
import type { ApplicantFacts } from "../../domain/applicant";
import type { PastOutcome } from "../../domain/import-kinds";
import type { PastListField } from "./headers";
import { readMatchYear, readQuota, readRank } from "./numbers";
import type { RowError } from "./reading";
import { type Columns, RowCells } from "./row-cells";
import type { TableRow } from "./table";
import { readPastOutcome, readSignal } from "./word-cells";

export interface PastRow {
  row: number;
  year: number;
  quota: number;
  rank: number;
  outcome: PastOutcome;
  signal: NonNullable<ApplicantFacts["signal"]> | null;
}

export interface ReadPastRow {
  /** Undefined when the row has errors. */
  value?: PastRow;
  errors: RowError[];
  warnings: RowError[];
}

/** Reads the rows of one file in their order. `matchYear` is the season's own, which is not past. */
export function pastRowReader(columns: Columns<PastListField>, matchYear: number): (row: TableRow) => ReadPastRow {
  const firstRanks = new Map<string, number>();
  const quotas = new Map<number, { quota: number; row: number }>();
  return (source) => {
    const cells = new RowCells(columns, source);
    const needed = <T>(field: PastListField, title: string, value: T | undefined, expected: string) => {
      const column = cells.columnName(field, title);
      if (value === undefined && !cells.errors.some((error) => error.column === column)) {
        cells.refuse(column, "", expected);
      }
      return value;
    };
    const year = needed("year", "Cycle", cells.strict("year", readMatchYear), "a match year, such as 2024");
    const quota = needed("quota", "Quota", cells.strict("quota", readQuota), "the positions offered in that cycle");
    const rank = needed("rank", "Rank", cells.strict("rank", readRank), "a rank from 1 up");
    const outcome = cells.strict("outcome", readPastOutcome);
    needed("outcome", "Outcome", outcome, "matched here, matched elsewhere or not reached");
    const signal = cells.optional("signal", readSignal);
    if (year !== undefined && year >= matchYear) {
      cells.refuse(cells.columnName("year", "Cycle"), String(year), `a cycle before this season's, ${matchYear}`);
    }
    const first = firstRanks.get(`${year} ${rank}`);
    if (first !== undefined) {
      const expected = `a rank that no other row of ${year} has; row ${first} has it already`;
      cells.refuse(cells.columnName("rank", "Rank"), String(rank), expected);
    }
    const said = year === undefined ? undefined : quotas.get(year);
    if (said && quota !== undefined && said.quota !== quota) {
      const expected = `${said.quota}, the quota of ${year} that row ${said.row} says`;
      cells.refuse(cells.columnName("quota", "Quota"), String(quota), expected);
    }
    const { errors, warnings } = cells;
    const isWhole = year !== undefined && quota !== undefined && rank !== undefined && outcome !== undefined;
    if (errors.length > 0 || !isWhole) return { errors, warnings };
    firstRanks.set(`${year} ${rank}`, source.row);
    if (!said) quotas.set(year, { quota, row: source.row });
    const kept = signal === undefined || signal === "none" ? null : signal;
    return { value: { row: source.row, year, quota, rank, outcome, signal: kept }, errors, warnings };
  };
}
