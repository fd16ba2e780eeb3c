// A database whose answers a test holds back: the query has run, and what it found is on its way for as long as the test wants.
import type { Kysely, KyselyPlugin } from "kysely";
import type { Database } from "../../db/schema";

export interface HeldReads {
  db: Kysely<Database>;
  /** Answers that are on their way now. */
  waiting(): number;
  /** Lets the answer in that has waited longest. */
  letIn(): void;
}

export function heldReads(db: Kysely<Database>): HeldReads {
  const held: (() => void)[] = [];
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      await new Promise<void>((letIn) => held.push(letIn));
      return result;
    },
  };
  return { db: db.withPlugin(plugin), waiting: () => held.length, letIn: () => held.shift()?.() };
}
