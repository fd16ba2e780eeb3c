// A ZIP of photos named by AAMC ID. They are kept as they come, told by their first bytes, and shown nowhere unless the season's
// director says so.
import type { Kysely } from "kysely";
import { addPhoto, givePhotos, listPhotographed, type PhotoType, takeBackPhotos } from "../../db/applicant-photos";
import type { CheckedRow, FileRow, ShownProblem } from "../../db/import-rows";
import type { Database } from "../../db/schema";
import type { ApplicantId } from "../../domain/ids";
import { finderOf } from "../../domain/import-plan";
import { oneLine } from "../import/clean-text";
import { largestPhoto } from "../import/limits";
import type { ZipArchive } from "../import/zip-archive";
import { eachRow, type TableWork } from "./work";

export const photoHeaders = ["File"];

interface Storing {
  seasonId: string;
  importId: string;
  at: Date;
}

type PhotoRow = FileRow & { problems?: ShownProblem[] };

/** Keeps what can be a photo, nobody's yet; a row a file. @throws FileRefused */
export async function storePhotos(trx: Kysely<Database>, archive: ZipArchive, to: Storing): Promise<PhotoRow[]> {
  const rows: PhotoRow[] = [];
  const taken = new Set<string>();
  for (const path of archive.names) {
    const fileName = oneLine(path.split("/").at(-1) ?? "").slice(0, 200);
    // What computers put beside what people do.
    if (path.startsWith("__MACOSX/") || fileName.startsWith(".") || fileName === "Thumbs.db") continue;
    const row = rows.length + 1;
    const refuse = (value: string, expected: string) =>
      rows.push({ row, cells: null, problems: [{ column: fileName, value, expected }] });
    const aamcId = /^(\d{8})\.(?:jpe?g|png|webp)$/i.exec(fileName)?.[1];
    if (aamcId === undefined) {
      refuse(fileName, "a name of 8 digits, the AAMC ID, and jpg, png or webp after the point");
      continue;
    }
    if (taken.has(aamcId)) {
      refuse(aamcId, "one photo an applicant; an earlier file has that id");
      continue;
    }
    const bytes = await archive.read(path, largestPhoto);
    const mediaType = bytes && photoType(bytes);
    if (!bytes || !mediaType) {
      refuse(fileName, bytes ? "a JPEG, PNG or WebP picture inside" : "at most 2 MB");
      continue;
    }
    taken.add(aamcId);
    await addPhoto(trx, { ...to, fileName, aamcId, mediaType, bytes });
    rows.push({ row, cells: [fileName] });
  }
  return rows;
}

/** By the first bytes, whatever the file is called. */
export function photoType(bytes: Buffer): PhotoType | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "image/jpeg";
  if (bytes.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"))) return "image/png";
  const isRiff = bytes.subarray(0, 4).toString("latin1") === "RIFF";
  return isRiff && bytes.subarray(8, 12).toString("latin1") === "WEBP" ? "image/webp" : undefined;
}

export const photosWork: TableWork<[string, ApplicantId][]> = {
  async plan({ db, season, state, withheld, rows, step }) {
    const find = finderOf(state);
    const photographed = new Set((await listPhotographed(db, season.id)).map(({ applicantId }) => applicantId));
    const checked: CheckedRow[] = [];
    const deed: [string, ApplicantId][] = [];
    await eachRow(rows, step, { from: 0, to: 0.9 }, ({ row, cells: [fileName = ""] }) => {
      const aamcId = fileName.slice(0, 8);
      const [applicant] = find({ aamcId });
      if (!applicant) {
        const problem = { column: fileName, value: aamcId, expected: "the AAMC ID of an applicant in this season" };
        return void checked.push({ row, outcome: "bad", problems: [problem] });
      }
      if (withheld.has(applicant.id)) return void checked.push({ row, outcome: "withheld" });
      const isNew = !photographed.has(applicant.id);
      const what = { what: "Photo", ...(isNew ? {} : { from: "another one" }), to: fileName };
      const outcome = isNew ? "new" : "changed";
      checked.push({ row, outcome, applicantId: applicant.id, name: applicant.name, changes: [what] });
      deed.push([aamcId, applicant.id]);
    });
    return { checked, deed };
  },

  async commit(trx, { entry, at }, owners) {
    await givePhotos(trx, entry.id, new Map(owners), at);
    return null;
  },

  async takeBack(trx, { entry, at }) {
    return { count: await takeBackPhotos(trx, entry.id, at), kept: [] };
  },
};
