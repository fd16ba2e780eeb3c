// Past rank lists: how far down each cycle's list went. A file says what it says of a cycle and leaves its other ranks alone.
import type { CheckedRow } from "../../db/import-rows";
import { addPastCycle, type PastCycle, type PastRank, readPastCycles, takeBackPastCycles } from "../../db/past-cycles";
import { pastOutcomeWords } from "../../domain/import-kinds";
import type { PastListField } from "../import/headers";
import { type PastRow, pastRowReader } from "../import/past-lists-file";
import { mapColumns } from "../import/row-cells";
import { eachRow, type TableWork } from "./work";

export const pastListsWork: TableWork<PastCycle[]> = {
  async plan({ db, season, entry, rows, step }) {
    const columns = mapColumns(entry.headers, (entry.fields ?? []) as (PastListField | null)[]);
    const readRow = pastRowReader(columns, season.matchYear);
    const known = new Map((await readPastCycles(db, season.trackId)).map((cycle) => [cycle.year, cycle]));
    const checked: CheckedRow[] = [];
    const cycles = new Map<number, { quota: number; ranks: Map<number, PastRank>; isChanged: boolean }>();
    await eachRow(rows, step, { from: 0, to: 0.9 }, (source) => {
      const { value, errors, warnings } = readRow(source);
      if (!value) return void checked.push({ row: source.row, outcome: "bad", problems: errors });
      const { year, quota, rank, outcome, signal } = value;
      const before = known.get(year);
      const was = before?.ranks.find((other) => other.rank === rank);
      const from = before && was && rankText(before.quota, was);
      const to = rankText(quota, value);
      const cycle = cycles.get(year) ?? {
        quota,
        ranks: new Map(before?.ranks.map((other) => [other.rank, other])),
        isChanged: false,
      };
      cycle.ranks.set(rank, { rank, outcome, signal });
      cycle.isChanged ||= from !== to;
      cycles.set(year, cycle);
      checked.push({
        row: source.row,
        outcome: from === undefined ? "new" : from === to ? "unchanged" : "changed",
        name: `${year}, rank ${rank}`,
        ...(from !== to && { changes: [{ what: "Outcome", ...(from !== undefined && { from }), to }] }),
        ...(warnings.length > 0 && { problems: warnings }),
      });
    });
    const deed = [...cycles].flatMap(([year, { quota, ranks, isChanged }]) =>
      isChanged ? [{ year, quota, ranks: [...ranks.values()].sort((one, other) => one.rank - other.rank) }] : [],
    );
    return { checked, deed };
  },

  async commit(trx, { season, entry, at }, cycles) {
    for (const cycle of cycles) await addPastCycle(trx, { ...cycle, trackId: season.trackId, importId: entry.id, at });
    return null;
  },

  async takeBack(trx, { entry, at }) {
    const years = await takeBackPastCycles(trx, entry.id, at);
    return { count: years.length, kept: [] };
  },
};

const rankText = (quota: number, { outcome, signal }: Pick<PastRow, "outcome"> & { signal: string | null }): string =>
  [pastOutcomeWords[outcome], signal && `signal ${signal}`, `quota ${quota}`].filter(Boolean).join(", ");
