// The director's starting order as a file: matched with the season's applicants, and kept for the builder to start from. It is
// nobody's list until somebody takes it over there.
import type { CheckedRow } from "../../db/import-rows";
import { addImportedList, type ImportedList, readImportedList, takeBackImportedList } from "../../db/imported-lists";
import type { ApplicantId } from "../../domain/ids";
import { finderOf } from "../../domain/import-plan";
import { type Zone, zones } from "../../domain/zone";
import type { ListField } from "../import/headers";
import { readAamcId, readNrmpId } from "../import/identifiers";
import { readListRows } from "../import/list-file";
import { applicantKey, matchList } from "../import/match-list";
import type { RowError } from "../import/reading";
import { type Columns, mapColumns, RowCells } from "../import/row-cells";
import type { TableWork, Work } from "./work";

type Order = Record<Zone, ApplicantId[]>;

export const preliminaryListWork: TableWork<Order> = {
  async plan(work) {
    const { entry, db, season, step } = work;
    const columns = mapColumns(entry.headers, (entry.fields ?? []) as (ListField | null)[]);
    await step(0.1);
    const { rows, withheld } = withoutWithheld(work, columns);
    const read = readListRows({ rows, bad: [] }, columns);
    await step(0.5);
    const applicants = Object.values(work.state.applicants).map(({ id: _id, withdrawn, ...facts }) => ({
      row: 0,
      facts,
      withdrawn,
    }));
    const matched = matchList(read.good, applicants, "in this season; import the applicants first");
    const bad = [...read.bad, ...matched.bad];
    const unmatched = new Set(matched.bad.map(({ row }) => row));
    const find = finderOf(work.state);
    const idOf = new Map(applicants.map(({ facts }) => [applicantKey(facts), find(facts)[0]?.id ?? ""]));
    const deed: Order = { protected: [], middle: [], red: [] };
    for (const zone of zones) deed[zone] = matched.order[zone].map((key) => idOf.get(key) ?? "");
    const places = placesOf(deed);
    const before = placesOf((await readImportedList(db, season.id)) ?? { protected: [], middle: [], red: [] });
    const warnings = byRow([...read.warnings, ...matched.warnings]);
    const checked: CheckedRow[] = withheld.map((row) => ({ row, outcome: "withheld" }));
    for (const [row, problems] of byRow(bad)) checked.push({ row, outcome: "bad", problems });
    for (const entryRow of read.good) {
      if (unmatched.has(entryRow.row)) continue;
      const applicantId = find(entryRow)[0]?.id ?? "";
      const to = places.get(applicantId) ?? "";
      const from = before.get(applicantId);
      const problems = warnings.get(entryRow.row);
      checked.push({
        row: entryRow.row,
        outcome: from === undefined ? "new" : from === to ? "unchanged" : "changed",
        applicantId,
        name: work.state.applicants[applicantId]?.name ?? "",
        ...(from !== to && { changes: [{ what: "Place", ...(from !== undefined && { from }), to }] }),
        ...(problems && { problems }),
      });
    }
    await step(0.9);
    return { checked, deed };
  },

  async commit(trx, { season, entry, at }, order) {
    const list: ImportedList = { ...order, at };
    await addImportedList(trx, { ...list, seasonId: season.id, importId: entry.id });
    return null;
  },

  async takeBack(trx, { entry, at }) {
    await takeBackImportedList(trx, entry.id, at);
    return { count: 1, kept: [] };
  },
};

/** Rows about whoever is withheld are not read at all: what is wrong with them would be told otherwise. */
function withoutWithheld({ rows, state, withheld }: Work, columns: Columns<ListField>) {
  const find = finderOf(state);
  const about = rows.filter((row) => {
    const cells = new RowCells(columns, row);
    const ids = { aamcId: cells.identifier("aamcId", readAamcId), nrmpId: cells.identifier("nrmpId", readNrmpId) };
    return find(ids).some(({ id }) => withheld.has(id));
  });
  return { rows: rows.filter((row) => !about.includes(row)), withheld: about.map(({ row }) => row) };
}

/** `rank 12, middle`; `not ranked`. */
function placesOf(order: Order): Map<ApplicantId, string> {
  const places = new Map<ApplicantId, string>();
  for (const id of order.red) places.set(id, "not ranked");
  for (const [at, id] of [...order.protected, ...order.middle].entries()) {
    places.set(id, `rank ${at + 1}, ${at < order.protected.length ? "protected" : "middle"}`);
  }
  return places;
}

function byRow(errors: readonly RowError[]): Map<number, CheckedRow["problems"] & object> {
  const rows = new Map<number, CheckedRow["problems"] & object>();
  for (const { row, ...problem } of errors) rows.set(row, [...(rows.get(row) ?? []), problem]);
  return rows;
}
