// The first administrator: while there is none, a link in the server's log makes one, once. Whoever reads that log has the
// machine, and could make one anyhow (`npm run admin`).
import type { Kysely } from "kysely";
import { z } from "zod";
import {
  addAdministrator,
  anyAdministrator,
  findSetupLinkUser,
  insertSetupLink,
  isSetupLinkLive,
  lockAdministrators,
  takeSetupLink,
} from "../../db/administrators";
import { findOrAddPerson, findPersonByEmail } from "../../db/people";
import type { Database } from "../../db/schema";
import type { MemberId } from "../../domain/ids";
import { nameSchema } from "../../domain/schemas";
import type { Clock } from "../clock";
import { readEmail } from "../import/identifiers";
import type { ArrivalRefusal, ProgramRefusal, Typed } from "../load-context";
import { createToken, hashToken } from "./token";

export const setupLifetime = 24 * 60 * 60 * 1000;

export interface SetupUser {
  /** Of the browser's name; null where it has none. */
  browserHash: string | null;
  /** Begins a session, in the transaction that uses the link up. */
  begin(trx: Kysely<Database>, personId: MemberId): Promise<string>;
}

export interface SetupLinks {
  /** The path of a new link; undefined while there is an administrator. */
  issue(): Promise<string | undefined>;
  isOpen(token: string): Promise<boolean>;
  use(
    token: string,
    typed: Typed,
    by: SetupUser,
  ): Promise<
    | { ok: true; personId: MemberId /** Null: they sign in by themselves. */; setCookie: string | null }
    | { ok: false; code: ArrivalRefusal /** It was this browser that used it. */; isSameBrowser: boolean }
    | ProgramRefusal
  >;
}

export function createSetupLinks({ db, clock }: { db: Kysely<Database>; clock: Clock }): SetupLinks {
  const wrong = (message: string, field: string): ProgramRefusal => ({ ok: false, status: 400, message, field });
  return {
    async issue() {
      if (await anyAdministrator(db)) return undefined;
      const token = createToken();
      const now = clock();
      const expiresAt = new Date(now.getTime() + setupLifetime);
      await insertSetupLink(db, { tokenHash: hashToken(token), now, expiresAt });
      return `/setup/${token}`;
    },

    async isOpen(token) {
      return !(await anyAdministrator(db)) && isSetupLinkLive(db, hashToken(token), clock());
    },

    async use(token, typed, { browserHash, begin }) {
      const name = nameSchema(200).safeParse(typed.name);
      if (!name.success) return wrong("Enter your name.", "name");
      const email = readEmail(z.string().catch("").parse(typed.email).trim());
      if (!("value" in email)) return wrong("Enter an e-mail address, such as name@hospital.org.", "email");
      return db.transaction().execute(async (trx) => {
        // Of two who open their links at once, one is the first.
        await lockAdministrators(trx);
        const isFirst = !(await anyAdministrator(trx));
        const used = { now: clock(), usedBy: browserHash };
        if (!isFirst || !(await takeSetupLink(trx, hashToken(token), used))) {
          const usedBy = await findSetupLinkUser(trx, hashToken(token));
          return { ok: false, code: "setupOver", isSameBrowser: usedBy !== null && usedBy === browserHash };
        }
        // Whoever is known already signs in by themselves: the link must not open an account that somebody has.
        const isNew = (await findPersonByEmail(trx, email.value)) === undefined;
        const personId = await findOrAddPerson(trx, { name: name.data, email: email.value });
        await addAdministrator(trx, personId, { by: personId, now: clock() });
        return { ok: true, personId, setCookie: isNew ? await begin(trx, personId) : null };
      });
    },
  };
}
