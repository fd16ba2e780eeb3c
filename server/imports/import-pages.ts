// Imports as pages read them: my own of a season, one with its mapping, its dry run a page at a time, and what became of it; the
// rows that cannot be taken as a file; and the season's photos.
import type { Kysely } from "kysely";
import { arePhotosShown, listPhotographed, readPhoto, showPhotos } from "../../db/applicant-photos";
import { appendAudit } from "../../db/audit-trail";
import { hasEquityRows } from "../../db/equity-facts";
import { countFileRows, countOutcomes, pageOfRows, readFirstRows } from "../../db/import-rows";
import { type ImportRow, listImports, listOthersDone } from "../../db/imports";
import { readNamesIn } from "../../db/roster";
import type { Database } from "../../db/schema";
import { listApplicantsOf } from "../../db/season-applicants";
import { readWithheld, type SeasonRow } from "../../db/seasons";
import type { ApplicantId, MemberId } from "../../domain/ids";
import { type ShownOutcome, shownOutcomes, UNDO_HOURS } from "../../domain/import-kinds";
import { mayInSeason } from "../../domain/season-policy";
import type { Clock } from "../clock";
import type { ImportLine, ImportService, ImportView, MappedColumn, OthersImport } from "../context/imports";
import { csvText } from "../exports/csv";
import { equityFieldOf } from "../import/headers";
import { tableKinds } from "../import/table-kinds";
import type { ProgramRefusal } from "../load-context";
import { accessToSeason } from "../seasons/access";
import { type KeptThing, keptWords, undoableSince } from "./work";

const PAGE = 50;
const hour = 60 * 60 * 1000;
/** How many rows are looked through for samples of a column. */
const SAMPLED_ROWS = 200;

export type OpenedImport = { ok: true; season: SeasonRow; entry: ImportRow } | ProgramRefusal;

/** Opens an import of the asker's. */
export type OpenImport = (seasonId: string, importId: string, personId: MemberId) => Promise<OpenedImport>;

type Pages = Pick<ImportService, "start" | "open" | "progress" | "badRows" | "showPhotos" | "photo">;

export function createImportPages({
  db,
  clock,
  open,
}: {
  db: Kysely<Database>;
  clock: Clock;
  open: OpenImport;
}): Pages {
  return {
    async start(seasonId, personId) {
      const access = await accessToSeason(db, seasonId, personId, "importFiles");
      if (!access.ok) return access;
      const { season, role } = access;
      const withheld = await readWithheld(db, season, personId);
      const names = new Map((await listApplicantsOf(db, season, withheld)).map(({ id, name }) => [id, name]));
      const photographed = await listPhotographed(db, season.id);
      return {
        ok: true,
        start: {
          season: seasonWords(season),
          imports: (await listImports(db, season.id, personId)).map(lineOf),
          others: mayInSeason(role, "takeBackImports") ? await othersOf(season, personId) : [],
          photos: {
            applicants: photographed.flatMap(({ applicantId: id }) => {
              const name = names.get(id);
              return name === undefined ? [] : [{ id, name }];
            }),
            isShown: await arePhotosShown(db, season.id),
            mayShow: mayInSeason(role, "showPhotos"),
          },
        },
      };
    },

    async open(seasonId, importId, personId, asked) {
      const opened = await open(seasonId, importId, personId);
      if (!opened.ok) return opened;
      const { season, entry } = opened;
      const withheld = await readWithheld(db, season, personId);
      const isChecked = entry.state === "checked" || entry.state === "done" || entry.state === "undone";
      const counts = isChecked ? await countOutcomes(db, importId, withheld) : null;
      const until = entry.doneAt && new Date(entry.doneAt.getTime() + UNDO_HOURS * hour);
      const isMapped = entry.state === "uploaded" && entry.kind !== "photos";
      return {
        ok: true,
        view: {
          ...lineOf(entry),
          season: seasonWords(season),
          progress: entry.progress,
          told: entry.told,
          notes: entry.notes,
          protectedColumns: await protectedColumnsOf(entry),
          rowCount: await countFileRows(db, importId),
          columns: isMapped ? await columnsOf(entry) : [],
          fields: isMapped ? fieldsOf(entry) : [],
          counts,
          rows: counts && (await shownRows(entry, counts, withheld, asked)),
          undoUntil: entry.state === "done" && until && until > clock() ? until.toISOString() : null,
          takenBack: await takenBackOf(season, entry, withheld),
        },
      };
    },

    async progress(seasonId, importId, personId) {
      const opened = await open(seasonId, importId, personId);
      if (!opened.ok) return opened;
      const { state: step, progress } = opened.entry;
      return { ok: true, step, progress };
    },

    async badRows(seasonId, importId, personId) {
      const opened = await open(seasonId, importId, personId);
      if (!opened.ok) return { ok: false, status: opened.status === 403 ? 403 : 404, message: opened.message };
      const { season, entry } = opened;
      const withheld = await readWithheld(db, season, personId);
      const asked = { outcome: "bad" as const, withheld, offset: 0, limit: Number.MAX_SAFE_INTEGER };
      const rows = await pageOfRows(db, importId, asked);
      const lines = rows.map(({ row, cells, problems }) => [
        String(row),
        ...entry.headers.map((_, at) => cells?.[at] ?? ""),
        (problems ?? []).map(({ column, value, expected }) => reasonText(column, value, expected)).join("; "),
      ]);
      const content = csvText(["Row", ...entry.headers, "Reason"], lines);
      return { ok: true, fileName: "rows-not-imported.csv", contentType: "text/csv; charset=utf-8", content };
    },

    async showPhotos(seasonId, personId, typed) {
      const access = await accessToSeason(db, seasonId, personId, "showPhotos");
      if (!access.ok) return access;
      const { programId, matchYear } = access.season;
      const isShown = typed.shown === "yes";
      const said = { programId, actorId: personId, subject: {}, outcome: "done", at: clock() } as const;
      await db.transaction().execute(async (trx) => {
        await showPhotos(trx, seasonId, isShown);
        await appendAudit(trx, [{ ...said, action: "photosShown", detail: { isShown, matchYear } }]);
      });
      return { ok: true };
    },

    async photo(seasonId, applicantId, personId) {
      const access = await accessToSeason(db, seasonId, personId, "readFile");
      if (!access.ok) return { ok: false, status: access.status === 403 ? 403 : 404, message: access.message };
      const { season } = access;
      const withheld = await readWithheld(db, season, personId);
      const isShown = await arePhotosShown(db, season.id);
      const photo = isShown && !withheld.has(applicantId) ? await readPhoto(db, season.id, applicantId) : undefined;
      // Withheld, not there and not shown are answered alike (SEE-1).
      if (!photo) return { ok: false, status: 404, message: "There is no such photo." };
      const extension = photo.mediaType.slice("image/".length);
      return { ok: true, fileName: `photo.${extension}`, contentType: photo.mediaType, content: photo.bytes };
    },
  };

  async function othersOf({ id, programId }: SeasonRow, personId: MemberId): Promise<OthersImport[]> {
    const others = await listOthersDone(db, id, { personId, since: undoableSince(clock()) });
    const names = await readNamesIn(db, programId);
    return others.map(({ id: importId, kind, startedBy, doneAt, createdAt }) => ({
      id: importId,
      kind,
      by: names.get(startedBy) ?? "Somebody",
      at: (doneAt ?? createdAt).toISOString(),
    }));
  }

  async function protectedColumnsOf({ id, dropped }: ImportRow): Promise<ImportView["protectedColumns"]> {
    const isKept = await hasEquityRows(db, id);
    const kept = dropped.filter((heading) => isKept && equityFieldOf(heading) !== undefined);
    return { kept, dropped: dropped.filter((heading) => !kept.includes(heading)) };
  }

  async function columnsOf({ id, headers, fields }: ImportRow): Promise<MappedColumn[]> {
    const rows = await readFirstRows(db, id, SAMPLED_ROWS);
    return headers.map((heading, at) => {
      const values = new Set(rows.map((cells) => (cells[at] ?? "").slice(0, 60)).filter((value) => value !== ""));
      return { heading, samples: [...values].slice(0, 3), field: fields?.[at] ?? null };
    });
  }

  async function shownRows(
    entry: ImportRow,
    counts: Readonly<Record<ShownOutcome, number>>,
    withheld: ReadonlySet<ApplicantId>,
    asked: { show?: string; page?: string },
  ): Promise<ImportView["rows"]> {
    // What has to be looked at first, where nothing is asked for.
    const first = (["changed", "new", "bad", "unchanged"] as const).find((outcome) => counts[outcome] > 0) ?? "new";
    const show = shownOutcomes.find((outcome) => outcome === asked.show) ?? first;
    const pageCount = Math.max(1, Math.ceil(counts[show] / PAGE));
    const page = Math.min(Math.max(1, Math.trunc(Number(asked.page)) || 1), pageCount);
    const range = { outcome: show, withheld, offset: (page - 1) * PAGE, limit: PAGE };
    const rows = (await pageOfRows(db, entry.id, range)).map(({ row, name, changes, problems }) => ({
      row,
      name: name ?? "",
      changes: changes ?? [],
      problems: problems ?? [],
    }));
    return { show, page, pageCount, rows };
  }

  async function takenBackOf(
    season: SeasonRow,
    { state, kept, takenBack }: ImportRow,
    withheld: ReadonlySet<ApplicantId>,
  ): Promise<ImportView["takenBack"]> {
    if (state !== "undone" || takenBack === null) return null;
    const names = new Map((await listApplicantsOf(db, season, withheld)).map(({ id, name }) => [id, name]));
    const things = ((kept ?? []) as KeptThing[]).map(({ applicantId, what = "", why }) => ({
      who: names.get(applicantId ?? "") ?? "An applicant",
      what,
      why: keptWords[why],
    }));
    return { count: takenBack, kept: things };
  }
}

const fieldsOf = ({ kind }: ImportRow): ImportView["fields"] =>
  kind === "photos" ? [] : Object.entries(tableKinds[kind].words).map(([field, words]) => ({ field, words }));

const lineOf = ({ id, kind, fileName, state, createdAt, doneAt, undoneAt }: ImportRow): ImportLine => ({
  id,
  kind,
  fileName,
  step: state,
  at: (undoneAt ?? doneAt ?? createdAt).toISOString(),
});

const seasonWords = ({ id, programId, programName, programCode, trackName, matchYear }: SeasonRow) => ({
  id,
  programId,
  programName,
  programCode,
  trackName,
  matchYear,
});

const reasonText = (column: string, value: string, expected: string): string =>
  `${column}: ${value === "" ? "empty" : `“${value}”`}, expected ${expected}`;
