// One table's rows as a JSON array and as CSV, written as they come from the database: neither file is ever in memory whole.
// Spreadsheets run no cell of it as a formula.
import { createHash } from "node:crypto";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import path from "node:path";
import { csvLines, csvText } from "../exports/csv";

export type Row = Readonly<Record<string, unknown>>;

/** For the manifest. */
export interface WrittenFile {
  name: string;
  rows: number;
  bytes: number;
  sha256: string;
}

/** Only its owner reads what is written. */
const ownersOnly = 0o600;

export async function writeTableFiles(
  folder: string,
  { file, columns, pages }: { file: string; columns: readonly string[]; pages: AsyncIterable<Row[]> },
): Promise<WrittenFile[]> {
  const json = await openPart(folder, `json/${file}.json`);
  const csv = await openPart(folder, `csv/${file}.csv`);
  let rows = 0;
  try {
    await csv.write(csvText(columns, []));
    for await (const page of pages) {
      const texts = page.map((row) => JSON.stringify(row));
      await json.write(`${rows === 0 ? "[\n" : ",\n"}${texts.join(",\n")}`);
      await csv.write(csvLines(page.map((row) => columns.map((column) => cellOf(row[column])))));
      rows += page.length;
    }
    await json.write(rows === 0 ? "[]\n" : "\n]\n");
  } finally {
    await json.close();
    await csv.close();
  }
  return [json, csv].map((part) => ({ ...part.written(), rows }));
}

const cellOf = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

interface Part {
  write(text: string): Promise<void>;
  close(): Promise<void>;
  written(): Omit<WrittenFile, "rows">;
}

async function openPart(folder: string, name: string): Promise<Part> {
  const place = path.join(folder, name);
  await mkdir(path.dirname(place), { recursive: true });
  const handle: FileHandle = await open(place, "wx", ownersOnly);
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    async write(text) {
      const chunk = Buffer.from(text, "utf8");
      hash.update(chunk);
      bytes += chunk.byteLength;
      await handle.writeFile(chunk);
    },
    close: () => handle.close(),
    written: () => ({ name, bytes, sha256: hash.digest("hex") }),
  };
}
