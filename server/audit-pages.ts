// What the pages read of the audit trail (AUDIT-4): a program's director all of it, an administrator who came and who belongs to
// it, and of the installation's own trail everything. Taking it away is itself on record, before the first line leaves.
import type { Kysely } from "kysely";
import { isAdministrator } from "../db/administrators";
import {
  type AuditRow,
  type AuditSelection,
  isRecusedInProgram,
  listAuditActors,
  readAuditRows,
} from "../db/audit-pages";
import { chainOf } from "../db/audit-trail";
import { findProgram, standingIn } from "../db/programs";
import type { Database } from "../db/schema";
import { type AuditKind, administratorKinds, auditActions, auditKinds, auditSentence, auditWho } from "../domain/audit";
import type { MemberId } from "../domain/ids";
import { mayInProgram, type Standing } from "../domain/policy";
import { type AuditTrail, notOnRecord } from "./audit-trail";
import { csvLines, csvText } from "./exports/csv";
import type { AuditFilter, AuditPages } from "./load-context";
import { isUuid } from "./uuid";

export const AUDIT_PAGE = 50;
/** Lines of a file read at a time, so that a long trail is never in memory whole. */
const CSV_PAGE = 1000;
const headings = ["Entry", "Time (UTC)", "Who", "What", "Outcome", "Action", "Hash"];

interface Reader {
  programId: string | null;
  title: string;
  kinds: readonly AuditKind[];
  isWhole: boolean;
}

export function createAuditPages({ db, trail }: { db: Kysely<Database>; trail: AuditTrail }): AuditPages {
  /** Undefined: there is nothing for them here, whether or not it exists. */
  async function readerOf(programId: string | null, personId: MemberId): Promise<Reader | undefined> {
    if (programId === null) {
      const standing = { role: undefined, isAdministrator: await isAdministrator(db, personId) };
      if (!mayInProgram(standing, "readInstallationAudit")) return undefined;
      return { programId, title: "the installation", kinds: auditKinds, isWhole: true };
    }
    const program = isUuid(programId) ? await findProgram(db, programId) : undefined;
    const standing = program && (await standingIn(db, program.id, personId));
    if (!program || !standing || !mayInProgram(standing, "readAudit")) return undefined;
    const isWhole = mayInProgram({ ...standing, isAdministrator: false } satisfies Standing, "readAudit");
    return { programId, title: program.name, kinds: isWhole ? auditKinds : administratorKinds, isWhole };
  }

  const selectionOf = (reader: Reader, readerId: MemberId, filter: AuditFilter): AuditSelection => ({
    chainId: chainOf(reader.programId),
    readerId,
    actions: actionsOf(filter.kind === undefined ? reader.kinds : reader.kinds.filter((kind) => kind === filter.kind)),
    actorId: filter.actorId,
    outcome: filter.outcome,
    from: filter.from === undefined ? undefined : new Date(`${filter.from}T00:00:00Z`),
    until: filter.to === undefined ? undefined : new Date(Date.parse(`${filter.to}T00:00:00Z`) + 24 * 60 * 60 * 1000),
  });

  return {
    async open(programId, personId, filter, before) {
      const reader = await readerOf(programId, personId);
      if (!reader) return null;
      const selection = selectionOf(reader, personId, filter);
      const all = { ...selection, actions: actionsOf(reader.kinds) };
      const [rows, people, isRecused] = await Promise.all([
        readAuditRows(db, selection, { before, limit: AUDIT_PAGE + 1 }),
        listAuditActors(db, all),
        programId === null ? false : isRecusedInProgram(db, programId, personId),
      ]);
      const shown = rows.slice(0, AUDIT_PAGE);
      return {
        title: reader.title,
        isWhole: reader.isWhole,
        isRecused,
        people,
        kinds: [...reader.kinds],
        entries: shown.map(({ seq, at, who, outcome, ...row }) => ({
          seq,
          at,
          who: auditWho({ who, action: row.action }),
          outcome,
          what: auditSentence({ seq, at, who, outcome, ...row }),
        })),
        older: rows.length > AUDIT_PAGE ? (shown.at(-1)?.seq ?? null) : null,
      };
    },

    async file(programId, personId, filter) {
      const reader = await readerOf(programId, personId);
      if (!reader)
        return { ok: false, status: 404, message: "There is no such audit trail, or it is not yours to read." };
      const detail = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
      const entry = { programId, actorId: personId, action: "auditExported", subject: {}, detail } as const;
      if (!(await trail.recordExport({ ...entry, outcome: "done" })))
        return { ok: false, status: 503, message: notOnRecord };
      return {
        ok: true,
        fileName: `audit-trail-${programId ?? "installation"}.csv`,
        lines: csvOf(db, selectionOf(reader, personId, filter)),
      };
    },
  };
}

const actionsOf = (kinds: readonly AuditKind[]): string[] =>
  // Never empty: SQL has no empty list.
  ["", ...Object.entries(auditActions).flatMap(([action, kind]) => (kinds.includes(kind) ? [action] : []))];

async function* csvOf(db: Kysely<Database>, selection: AuditSelection): AsyncGenerator<string> {
  yield csvText(headings, []);
  for (let before: number | undefined; ; ) {
    const rows = await readAuditRows(db, selection, { before, limit: CSV_PAGE });
    if (rows.length > 0) yield csvLines(rows.map(cellsOf));
    if (rows.length < CSV_PAGE) return;
    before = rows.at(-1)?.seq;
  }
}

const cellsOf = (row: AuditRow): string[] => [
  String(row.seq),
  row.at,
  auditWho(row),
  auditSentence(row),
  row.outcome,
  row.action,
  row.hash,
];
