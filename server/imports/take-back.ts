// An import taken back, within its day, by whoever made it or by a colleague who may: exactly what it did, where nothing has touched
// it since (IMPORT-6). A colleague is told of the kind, the person and the time, and of nothing that is in it (RECUSE-1).
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { appendAudit } from "../../db/audit-trail";
import { takeBackEquityRows } from "../../db/equity-facts";
import { claimUndo, type ImportRow, listOthersDone, patchImport } from "../../db/imports";
import { patiently } from "../../db/limits";
import { readNamesIn } from "../../db/roster";
import type { Database } from "../../db/schema";
import { logOf, type SeasonRow } from "../../db/seasons";
import type { MemberId } from "../../domain/ids";
import { UNDO_HOURS } from "../../domain/import-kinds";
import { planUndo } from "../../domain/import-plan";
import type { Clock } from "../clock";
import type { ImportService } from "../context/imports";
import type { Dispatcher } from "../dispatch";
import type { ProgramAnswer } from "../load-context";
import { refuse } from "../programs/access";
import { accessToSeason } from "../seasons/access";
import type { OpenImport } from "./import-pages";
import { tableWorks } from "./table-works";
import { deedOf, findOnRecord, keptThing } from "./undo-applicants";
import { type TakenBack, undoableSince, type Work } from "./work";

type UndoWork = Omit<Work, "rows" | "step">;

const takenBackAlready = refuse(409, "This import was taken back already.");
const isOver = refuse(409, `An import can be taken back for ${UNDO_HOURS} hours; these are over.`);
const othersUnknown = refuse(404, "There is no such import that could be taken back. Reload the page and look again.");

interface TakeBackParts {
  db: Kysely<Database>;
  clock: Clock;
  dispatch: Dispatcher["dispatch"];
  open: OpenImport;
  /** As `by` does it: what is withheld from them stays. */
  workOf(season: SeasonRow, entry: ImportRow, by: MemberId): Promise<UndoWork>;
}

export function createTakeBack(parts: TakeBackParts): Pick<ImportService, "undo" | "undoOthers"> {
  const { db, clock, dispatch, open, workOf } = parts;
  return {
    async undo(seasonId, importId, personId) {
      const opened = await open(seasonId, importId, personId);
      if (!opened.ok) return opened;
      const { season, entry } = opened;
      if (entry.state !== "done" || !entry.doneAt) return takenBackAlready;
      if (entry.doneAt < undoableSince(clock())) return isOver;
      return takeBack(await workOf(season, entry, personId), dispatch);
    },

    async undoOthers(seasonId, personId, typed) {
      const access = await accessToSeason(db, seasonId, personId, "takeBackImports");
      if (!access.ok) return access;
      const { season } = access;
      const others = await listOthersDone(db, season.id, { personId, since: undoableSince(clock()) });
      const entry = others.find(({ id }) => id === typed.importId);
      return entry ? takeBack(await workOf(season, entry, personId), dispatch) : othersUnknown;
    },
  };
}

async function takeBack(work: UndoWork, dispatch: Dispatcher["dispatch"]): Promise<ProgramAnswer> {
  const { db, entry } = work;
  if (entry.kind === "applicants") return takeBackApplicants(work, dispatch);
  const kind = tableWorks[entry.kind];
  const isDone = await patiently(db, async (trx) => {
    if (!(await claimUndo(trx, entry.id))) return false;
    await finish(trx, work, await kind.takeBack(trx, work));
    return true;
  });
  return isDone ? { ok: true } : takenBackAlready;
}

async function takeBackApplicants(work: UndoWork, dispatch: Dispatcher["dispatch"]): Promise<ProgramAnswer> {
  const { db, entry, season, state, withheld, by } = work;
  const { logId, commandId } = entry;
  if (!logId || !commandId) return takenBackAlready;
  if (!(await claimUndo(db, entry.id))) return takenBackAlready;
  const command = await deedOf(db, logId, commandId);
  const ids = command.added.map(({ id }) => id);
  const onRecord = await findOnRecord(db, season.id, ids);
  const kept = command.added
    .filter(({ id }) => onRecord.has(id))
    .map(({ id }) => ({ applicantId: id, why: "records" as const }));
  const free = { ...command, added: command.added.filter(({ id }) => !onRecord.has(id)) };
  // Also withheld before the meeting, where the log does not say so.
  const open = {
    ...free,
    changed: free.changed.filter(({ applicantId }) => !withheld.has(applicantId)),
    withdrawn: free.withdrawn.filter(({ applicantId }) => !withheld.has(applicantId)),
    added: free.added.filter(({ id }) => !withheld.has(id)),
  };
  const plan = planUndo(state, free, withheld);
  // One that kept something for the equity check alone has nothing in the log.
  if (command.added.length + command.changed.length + command.withdrawn.length > 0) {
    const answer = await dispatch({
      meetingId: logOf(season),
      commandId: randomUUID(),
      command: open,
      actor: { kind: "member", memberId: by },
    });
    if (!answer.ok) {
      await patchImport(db, entry.id, { state: "done" });
      return refuse(409, answer.message);
    }
  }
  const count = plan.removed.length + plan.changed.length + plan.reinstated.length;
  await patiently(db, async (trx) => {
    await takeBackEquityRows(trx, { seasonId: season.id, importId: entry.id, removed: plan.removed });
    await finish(trx, work, { count, kept: [...kept, ...plan.kept.map(keptThing)] });
  });
  return { ok: true };
}

async function finish(trx: Kysely<Database>, work: UndoWork, { count, kept }: TakenBack): Promise<void> {
  const { entry, season, by, at } = work;
  const { startedBy } = entry;
  const names = startedBy === by ? null : await readNamesIn(trx, season.programId);
  const told = names && `${names.get(by) ?? "A colleague"} took it back.`;
  await patchImport(trx, entry.id, { state: "undone", undoneAt: at, kept, takenBack: count, told });
  const detail = { kind: entry.kind, matchYear: season.matchYear };
  const subject = startedBy === by ? {} : { personId: startedBy };
  const said = { programId: season.programId, actorId: by, subject, outcome: "done", at } as const;
  await appendAudit(trx, [{ ...said, action: "importTakenBack", detail }]);
}
