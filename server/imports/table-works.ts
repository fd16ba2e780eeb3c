// The kinds of imports that are one transaction of tables.
import type { Kysely } from "kysely";
import type { CheckedRow } from "../../db/import-rows";
import type { Database } from "../../db/schema";
import type { ImportKind } from "../../domain/import-kinds";
import { interviewScoresWork } from "./interview-scores";
import { pastListsWork } from "./past-lists";
import { photosWork } from "./photos";
import { preliminaryListWork } from "./preliminary-list";
import type { TableWork, Work } from "./work";

/** What is planned, with its deed inside. */
interface Planned {
  checked: CheckedRow[];
  /** Resolves to what has to be known for the way back. */
  commit(trx: Kysely<Database>): Promise<unknown>;
}

interface AnyTableWork extends Pick<TableWork<unknown>, "takeBack"> {
  plan(work: Work): Promise<Planned>;
}

function closed<Deed>({ plan, commit, takeBack }: TableWork<Deed>): AnyTableWork {
  return {
    takeBack,
    async plan(work) {
      const { checked, deed } = await plan(work);
      return { checked, commit: (trx) => commit(trx, work, deed) };
    },
  };
}

export const tableWorks: Readonly<Record<Exclude<ImportKind, "applicants">, AnyTableWork>> = {
  preliminaryList: closed(preliminaryListWork),
  interviewScores: closed(interviewScoresWork),
  pastLists: closed(pastListsWork),
  photos: closed(photosWork),
};
