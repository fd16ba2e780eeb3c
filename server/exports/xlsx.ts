// The rank order list as an Excel workbook. Ids are text cells, so that a leading zero stays; names cannot be formulas.
import writeExcelFile from "write-excel-file/node";
import { oneLine } from "../import/clean-text";
import { type ExportEntry, exportCells, exportHeadings } from "./entry";
import { neutraliseCell } from "./neutralise-cell";

const widths = [8, 36, 14, 14, 14];

export async function listXlsx(entries: readonly ExportEntry[]): Promise<Buffer> {
  const heading = exportHeadings.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
  const rows = entries.map((entry) => {
    const [, ...texts] = exportCells(entry);
    // "@" is Excel's text format: without it, editing an id cell there would make it a number.
    const cells = texts.map((text) => ({ value: neutraliseCell(oneLine(text)), type: String, format: "@" }));
    return [{ value: entry.rank, type: Number }, ...cells];
  });
  const sheet = { sheet: "Rank order list", columns: widths.map((width) => ({ width })), stickyRowsCount: 1 };
  return await writeExcelFile([heading, ...rows], sheet).toBuffer();
}
