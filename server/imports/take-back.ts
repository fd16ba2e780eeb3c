// An import taken back, within its day and by whoever made it: exactly what it did, where nothing has touched it since (IMPORT-6).
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { appendAudit } from "../../db/audit-trail";
import { takeBackEquityRows } from "../../db/equity-facts";
import { claimUndo, patchImport } from "../../db/imports";
import type { Database } from "../../db/schema";
import { logOf } from "../../db/seasons";
import { planUndo } from "../../domain/import-plan";
import type { Dispatcher } from "../dispatch";
import type { ProgramAnswer } from "../load-context";
import { refuse } from "../programs/access";
import { tableWorks } from "./table-works";
import { deedOf, findOnRecord, keptThing } from "./undo-applicants";
import type { TakenBack, Work } from "./work";

type UndoWork = Omit<Work, "rows" | "step">;

const takenBackAlready = refuse(409, "This import was taken back already.");

export async function takeBack(work: UndoWork, dispatch: Dispatcher["dispatch"]): Promise<ProgramAnswer> {
  const { db, entry } = work;
  if (entry.kind === "applicants") return takeBackApplicants(work, dispatch);
  const kind = tableWorks[entry.kind];
  const isDone = await db.transaction().execute(async (trx) => {
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
  await db.transaction().execute(async (trx) => {
    await takeBackEquityRows(trx, { seasonId: season.id, importId: entry.id, removed: plan.removed });
    await finish(trx, work, { count, kept: [...kept, ...plan.kept.map(keptThing)] });
  });
  return { ok: true };
}

async function finish(trx: Kysely<Database>, work: UndoWork, { count, kept }: TakenBack): Promise<void> {
  const { entry, season, by, at } = work;
  await patchImport(trx, entry.id, { state: "undone", undoneAt: at, kept, takenBack: count });
  const detail = { kind: entry.kind, matchYear: season.matchYear };
  const said = { programId: season.programId, actorId: by, subject: {}, outcome: "done", at } as const;
  await appendAudit(trx, [{ ...said, action: "importTakenBack", detail }]);
}
