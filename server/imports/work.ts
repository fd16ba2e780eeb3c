// What every kind of import is made of: a plan, which the dry run shows and the commit carries out; and the way back. A plan is
// made anew for the commit, on what holds then (IMPORT-3).
import type { Kysely } from "kysely";
import type { CheckedRow } from "../../db/import-rows";
import type { ImportRow } from "../../db/imports";
import type { Database } from "../../db/schema";
import type { SeasonRow } from "../../db/seasons";
import type { ApplicantId, MemberId } from "../../domain/ids";
import { UNDO_HOURS } from "../../domain/import-kinds";
import type { MeetingState } from "../../domain/meeting";
import type { TableRow } from "../import/table";

export interface Work {
  db: Kysely<Database>;
  season: SeasonRow;
  entry: ImportRow;
  by: MemberId;
  at: Date;
  /** The season's log as it stands. */
  state: MeetingState;
  /** From whoever does it, by recusal: nothing of these is told or touched (RECUSE-1). */
  withheld: ReadonlySet<ApplicantId>;
  /** The rows that fit their columns. */
  rows: readonly TableRow[];
  /** How far it is, from 0 to 1; also everybody else's turn. @throws Stopped */
  step(done: number): Promise<void>;
}

export interface Plan<Deed> {
  checked: CheckedRow[];
  /** What is to be done. */
  deed: Deed;
}

/** What taking an import back has left as it is. */
export interface KeptThing {
  applicantId: ApplicantId | null;
  /** Of the applicant, where it is not the whole. */
  what?: string;
  why: KeptWhy;
}

export const keptWords = {
  gone: "is not in this season any more",
  changedSince: "was changed since",
  placed: "has been placed on the list since",
  marked: "has endorsements or flags, or came up in the meeting",
  recusal: "somebody has declared a recusal",
  withheld: "whoever took it back is recused from them",
  records: "has interviews, notes, questions or calls on file",
  replaced: "a later import took its place",
} as const;
export type KeptWhy = keyof typeof keptWords;

export interface TakenBack {
  count: number;
  kept: KeptThing[];
}

/** A kind whose import is one transaction of tables; applicants go through the log instead. */
export interface TableWork<Deed> {
  plan(work: Work): Promise<Plan<Deed>>;
  /** Resolves to what has to be known for the way back. */
  commit(trx: Kysely<Database>, work: Work, deed: Deed): Promise<unknown>;
  takeBack(trx: Kysely<Database>, work: Omit<Work, "rows" | "step">): Promise<TakenBack>;
}

/** Thrown by `step` when somebody pressed Stop. */
export class Stopped extends Error {}

/** Thrown when the work cannot go on, with a sentence for the person. */
export class CannotGoOn extends Error {}

/** Imports that were done after this can be taken back. */
export const undoableSince = (now: Date): Date => new Date(now.getTime() - UNDO_HOURS * 60 * 60 * 1000);

/** Works row by row and lets others have their turn. */
export async function eachRow<Row>(
  rows: readonly Row[],
  step: Work["step"],
  { from, to }: { from: number; to: number },
  work: (row: Row) => void | Promise<void>,
): Promise<void> {
  for (const [index, row] of rows.entries()) {
    if (index % 100 === 0) await step(from + ((to - from) * index) / rows.length);
    await work(row);
  }
  await step(to);
}
