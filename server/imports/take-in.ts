// A file taken in: read, told what it is, kept row by row until it is imported or thrown away. Nothing of the season changes by it.
import type { Kysely } from "kysely";
import { keepsEquityFacts } from "../../db/equity-facts";
import { insertFileRows } from "../../db/import-rows";
import { findImport, forgetRows, type ImportRow, insertImport, readMapping } from "../../db/imports";
import { patiently } from "../../db/limits";
import type { Database } from "../../db/schema";
import type { SeasonRow } from "../../db/seasons";
import type { MemberId } from "../../domain/ids";
import type { TableKind } from "../../domain/import-kinds";
import type { Clock } from "../clock";
import type { ImportService } from "../context/imports";
import { oneLine } from "../import/clean-text";
import { readUpload, type UploadedTable } from "../import/read-upload";
import type { RowError } from "../import/reading";
import { guessFields, guessKind, tableKinds } from "../import/table-kinds";
import { FileRefused, type ZipArchive } from "../import/zip-archive";
import type { ProgramAnswer } from "../load-context";
import { refuse } from "../programs/access";
import { accessToSeason } from "../seasons/access";
import { addApart } from "./equity-apart";
import { photoHeaders, storePhotos } from "./photos";
import { undoableSince } from "./work";

interface TakeInParts {
  db: Kysely<Database>;
  clock: Clock;
  beginCheck(season: SeasonRow, entry: ImportRow): Promise<ProgramAnswer>;
}

export function createTakeIn({ db, clock, beginCheck }: TakeInParts): Pick<ImportService, "mayUpload" | "upload"> {
  async function takeTable(season: SeasonRow, by: MemberId, fileName: string, table: UploadedTable, kind: TableKind) {
    const fields = guessFields(kind, table.headers, await readMapping(db, season.programId, kind));
    return patiently(db, async (trx) => {
      const file = { seasonId: season.id, kind, startedBy: by, fileName, fields, at: clock() };
      const importId = await insertImport(trx, { ...file, ...table });
      await insertFileRows(trx, importId, [...table.rows, ...unfitRows(table.bad)]);
      if (kind === "applicants") await addApart(trx, { seasonId: season.id, importId, at: file.at }, table.equity);
      return importId;
    });
  }

  function takePhotos(season: SeasonRow, by: MemberId, fileName: string, archive: ZipArchive): Promise<string> {
    return patiently(db, async (trx) => {
      const at = clock();
      const file = { kind: "photos" as const, fileName, headers: photoHeaders, dropped: [], notes: [], fields: [] };
      const importId = await insertImport(trx, { seasonId: season.id, startedBy: by, at, ...file });
      const rows = await storePhotos(trx, archive, { seasonId: season.id, importId, at });
      if (rows.length === 0) throw new FileRefused("holds no files. A ZIP of photos was expected.");
      await insertFileRows(trx, importId, rows);
      return importId;
    });
  }

  return {
    async mayUpload(seasonId, personId) {
      const access = await accessToSeason(db, seasonId, personId, "importFiles");
      return access.ok ? { ok: true } : access;
    },

    async upload(seasonId, personId, file, chosen) {
      const access = await accessToSeason(db, seasonId, personId, "importFiles");
      if (!access.ok) return access;
      const { season } = access;
      await forgetRows(db, undoableSince(clock()));
      const refuseFile = (message: string) => refuse(400, `The file ${message}`, "file");
      if (file.bytes.length === 0) return refuse(400, "Choose a file.", "file");
      const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
      const isKept = await keepsEquityFacts(db, seasonId);
      const read = await readUpload(bytes, { equityOf: isKept ? season.matchYear : undefined });
      if (!read.ok) return refuseFile(read.message);
      const fileName = oneLine(file.name).slice(0, 200) || "file";
      const { upload } = read;
      if (upload.what === "table") {
        const kind = chosen in tableKinds ? (chosen as TableKind) : guessKind(upload.headers);
        return { ok: true, importId: await takeTable(season, personId, fileName, upload, kind) };
      }
      if (chosen in tableKinds) return refuseFile("is a ZIP archive, not a table. Import it as photos.");
      try {
        const importId = await takePhotos(season, personId, fileName, upload.archive);
        const entry = await findImport(db, season.id, importId, personId);
        // There is nothing to map. Where another import is at work, the page offers the look later.
        if (entry) await beginCheck(season, entry);
        return { ok: true, importId };
      } catch (error) {
        if (error instanceof FileRefused) return refuseFile(error.message);
        throw error;
      }
    },
  };
}

/** Rows that do not fit their columns, each with all that is wrong with it. */
function unfitRows(bad: readonly RowError[]) {
  const rows = new Map<number, Omit<RowError, "row">[]>();
  for (const { row, ...problem } of bad) rows.set(row, [...(rows.get(row) ?? []), problem]);
  return [...rows].map(([row, problems]) => ({ row, cells: null, problems }));
}
