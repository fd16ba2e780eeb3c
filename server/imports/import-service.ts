// A file on its way into a season: taken in (`take-in`), mapped, shown as a dry run, carried out, taken back (`take-back`). Each step
// begins with the question whether the asker may (SEASON-1) and whether the import is theirs.
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { appendAudit } from "../../db/audit-trail";
import { giveEquityRows, takeBackEquityRows } from "../../db/equity-facts";
import { readFileRows, saveChecked } from "../../db/import-rows";
import {
  askStop,
  deleteImport,
  findImport,
  type ImportRow,
  patchImport,
  readMapping,
  rememberMapping,
} from "../../db/imports";
import { patiently } from "../../db/limits";
import type { Database } from "../../db/schema";
import { logOf, readWithheld, type SeasonRow } from "../../db/seasons";
import type { MemberId } from "../../domain/ids";
import type { ImportKind, TableKind } from "../../domain/import-kinds";
import type { Clock } from "../clock";
import type { ImportService } from "../context/imports";
import type { Dispatcher } from "../dispatch";
import { headerKey } from "../import/headers";
import type { TableRow } from "../import/table";
import { guessFields, lacking, tableKinds } from "../import/table-kinds";
import type { LiveMeetings } from "../live-meetings";
import type { ProgramAnswer, Typed } from "../load-context";
import type { Logger } from "../log";
import { refuse } from "../programs/access";
import { accessToSeason } from "../seasons/access";
import { isUuid } from "../uuid";
import { planApplicants } from "./applicants";
import { settleApart } from "./equity-apart";
import { createImportJobs, type Going } from "./import-jobs";
import { createImportPages, type OpenedImport } from "./import-pages";
import { tableWorks } from "./table-works";
import { createTakeBack } from "./take-back";
import { createTakeIn } from "./take-in";
import { CannotGoOn, Stopped, type Work } from "./work";

export interface ImportServiceParts {
  db: Kysely<Database>;
  clock: Clock;
  live: LiveMeetings;
  dispatch: Dispatcher["dispatch"];
  log: Logger;
}

const importUnknown = refuse(404, "There is no such import of yours in this season.");
const elsewhere = refuse(409, "This import is at another step by now. Look at it again.");

export function createImportService(parts: ImportServiceParts): ImportService {
  const { db, clock, live, dispatch, log } = parts;
  const jobs = createImportJobs({ db, clock, log });

  async function open(seasonId: string, importId: string, personId: MemberId): Promise<OpenedImport> {
    const access = await accessToSeason(db, seasonId, personId, "importFiles");
    if (!access.ok) return access;
    await jobs.recover(seasonId);
    const entry = isUuid(importId) ? await findImport(db, seasonId, importId, personId) : undefined;
    return entry ? { ok: true, season: access.season, entry } : importUnknown;
  }

  async function workOf(
    season: SeasonRow,
    entry: ImportRow,
    { step, by = entry.startedBy }: Pick<Going, "step"> & { by?: MemberId },
  ): Promise<Work> {
    const state = await live.fresh(db, logOf(season));
    if (!state) throw new CannotGoOn("This season's list is not there.");
    const withheld = await readWithheld(db, season, by);
    const rows = (await readFileRows(db, entry.id)).flatMap(({ row, cells }): TableRow[] =>
      cells ? [{ row, cells }] : [],
    );
    return { db, season, entry, by, at: clock(), state, withheld, rows, step };
  }

  const planOf = (work: Work) =>
    work.entry.kind === "applicants" ? planApplicants(work) : tableWorks[work.entry.kind].plan(work);

  async function finish(trx: Kysely<Database>, work: Work, deed: unknown): Promise<void> {
    const { entry, season, by } = work;
    await patchImport(trx, entry.id, { state: "done", told: null, deed: deed ?? null, doneAt: clock() });
    const { matchYear } = season;
    const said = { programId: season.programId, actorId: by, subject: {}, outcome: "done", at: clock() } as const;
    await appendAudit(trx, [{ ...said, action: "filesImported", detail: { kind: entry.kind, matchYear } }]);
    await settleApart(trx, entry.id, { ...said, detail: { matchYear } });
  }

  async function carryOut(work: Work, going: Going, commandId: string): Promise<void> {
    const { entry, season, by } = work;
    if (entry.kind !== "applicants") {
      const { checked, commit } = await tableWorks[entry.kind].plan(work);
      await patiently(db, async (trx) => {
        const done = await commit(trx);
        await saveChecked(trx, entry.id, checked);
        if (!going.isWanted()) throw new Stopped();
        await finish(trx, work, done);
      });
      return;
    }
    const { checked, owners, deed: command } = await planApplicants(work);
    // Before the log has it: a process that dies then leaves nothing to be made good, as these count only for an import that is done.
    await giveEquityRows(db, entry.id, owners, work.at);
    if (command.rows.length > 0) {
      const answer = await dispatch({
        meetingId: logOf(season),
        commandId,
        command,
        actor: { kind: "member", memberId: by },
        isWanted: going.isWanted,
      });
      if (!answer.ok) throw answer.code === "stopped" ? new Stopped() : new CannotGoOn(answer.message);
    }
    await patiently(db, async (trx) => {
      await saveChecked(trx, entry.id, checked);
      await finish(trx, work, null);
    });
  }

  async function beginCheck(season: SeasonRow, entry: ImportRow): Promise<ProgramAnswer> {
    const told = await jobs.run({
      importId: entry.id,
      seasonId: season.id,
      begin: { from: ["uploaded", "checked"], to: "checking" },
      back: "uploaded",
      async work(going) {
        const { checked } = await planOf(await workOf(season, entry, going));
        await patiently(db, (trx) => saveChecked(trx, entry.id, checked));
        return { state: "checked", told: null };
      },
    });
    return told === undefined ? { ok: true } : refuse(409, told);
  }

  const pages = createImportPages({ db, clock, open });

  return {
    ...pages,
    ...createTakeIn({ db, clock, beginCheck }),
    ...createTakeBack({
      db,
      clock,
      dispatch,
      open,
      workOf: (season, entry, by) => workOf(season, entry, { by, step: async () => {} }),
    }),

    async changeKind(seasonId, importId, personId, typed) {
      const opened = await open(seasonId, importId, personId);
      if (!opened.ok) return opened;
      const { season, entry } = opened;
      const kind = typed.kind ?? "";
      if (entry.state !== "uploaded" || entry.kind === "photos") return elsewhere;
      if (!(kind in tableKinds)) return refuse(400, "Choose what the file holds.", "kind");
      const remembered = await readMapping(db, season.programId, kind as TableKind);
      const fields = guessFields(kind as TableKind, entry.headers, remembered);
      await db.transaction().execute(async (trx) => {
        await patchImport(trx, importId, { state: "uploaded", told: null, kind: kind as ImportKind, fields });
        // Only files of applicants keep any: what was read for one goes.
        if (kind !== "applicants") await takeBackEquityRows(trx, { seasonId, importId, removed: [] });
      });
      return { ok: true };
    },

    async check(seasonId, importId, personId, typed) {
      const opened = await open(seasonId, importId, personId);
      if (!opened.ok) return opened;
      const { season, entry } = opened;
      if (entry.state !== "uploaded") return elsewhere;
      if (entry.kind === "photos") return beginCheck(season, entry);
      const fields = readFields(entry.kind, entry.headers, typed);
      const missing = lacking(entry.kind, fields);
      if (missing.length > 0) {
        return refuse(400, `Say which column is ${missing.join(", and which is ")}.`, "fields");
      }
      await rememberMapping(
        db,
        season.programId,
        entry.kind,
        new Map(entry.headers.map((heading, at) => [headerKey(heading), fields[at] ?? null])),
      );
      await patchImport(db, importId, { state: "uploaded", fields });
      return beginCheck(season, { ...entry, fields });
    },

    async remap(seasonId, importId, personId) {
      const opened = await open(seasonId, importId, personId);
      if (!opened.ok) return opened;
      if (opened.entry.state !== "checked") return elsewhere;
      await patchImport(db, importId, { state: "uploaded", told: null });
      return { ok: true };
    },

    async commit(seasonId, importId, personId) {
      const opened = await open(seasonId, importId, personId);
      if (!opened.ok) return opened;
      const { season, entry } = opened;
      const commandId = randomUUID();
      const inLog = { logId: logOf(season), commandId };
      const told = await jobs.run({
        importId,
        seasonId,
        begin: { from: ["checked"], to: "committing", ...(entry.kind === "applicants" && { inLog }) },
        back: "checked",
        async work(going) {
          await carryOut(await workOf(season, entry, going), going, commandId);
          return undefined;
        },
      });
      return told === undefined ? { ok: true } : refuse(409, told);
    },

    async stop(seasonId, importId, personId) {
      const opened = await open(seasonId, importId, personId);
      if (!opened.ok) return opened;
      await askStop(db, importId);
      return { ok: true };
    },

    async discard(seasonId, importId, personId) {
      const opened = await open(seasonId, importId, personId);
      if (!opened.ok) return opened;
      if (opened.entry.state !== "uploaded" && opened.entry.state !== "checked") return elsewhere;
      await db.transaction().execute((trx) => deleteImport(trx, importId));
      return { ok: true };
    },
  };

  /** As the form has them; a field that the kind does not have leaves its column out. */
  function readFields(kind: TableKind, headers: readonly string[], typed: Typed): (string | null)[] {
    const { words } = tableKinds[kind];
    return headers.map((_, at) => {
      const field = typed[`field${at}`] ?? "";
      return Object.hasOwn(words, field) ? field : null;
    });
  }
}
