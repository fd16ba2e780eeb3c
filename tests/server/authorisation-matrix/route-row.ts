// A row of the authorisation matrix of the pages: a route and a method, how it is asked, and what each asker is answered.
import type { Kysely } from "kysely";
import type { Database } from "../../../db/schema";
import type { TwoPrograms } from "../../support/two-programs";
import type { Subject } from "./asker";

export interface Ask {
  world: TwoPrograms;
  db: Kysely<Database>;
  subject: Subject;
  /** Another number in every request, for what must be new. */
  n: number;
}

export interface RouteRow {
  /** As app/routes.ts has it. */
  route: string;
  method: "GET" | "POST";
  /** What the row is about, where a method has several. */
  about?: string;
  path(ask: Ask): string;
  /** The form that is sent. */
  form?(ask: Ask): Promise<Record<string, string | Blob>> | Record<string, string | Blob>;
  own: string;
  /** Left out where the address is nobody's: then everybody is answered as in `own`. */
  other?: string;
  /** Left out where it is not about an applicant. */
  recused?: string;
  /**
   * Whoever was admitted at the door of this meeting by passcode, as faculty. Left out where they are nobody, which is
   * everywhere else (JOIN-4); admitted to another meeting they are nobody here too.
   */
  byPasscode?: string;
}
