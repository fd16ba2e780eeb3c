// Sign-in links: a token in a mail, good once and for 15 minutes. Asking for one says nothing about who is a member.
import type { Kysely } from "kysely";
import { findPersonByEmail } from "../../db/people";
import type { Database } from "../../db/schema";
import { deleteOldLinks, findSignInLink, insertSignInLink, takeSignInLink } from "../../db/sign-in-links";
import type { Clock } from "../clock";
import type { SignInRefusal } from "../load-context";
import type { Logger } from "../log";
import type { SendLink } from "./link-delivery";
import type { SignInAudit } from "./sign-in-audit";
import { createToken, hashToken } from "./token";

export const linkLifetime = 15 * 60 * 1000;
/** More unused links than this are not sent, so that nobody's mailbox can be flooded from here. */
export const liveLinkLimit = 5;

type LinkAudit = Pick<SignInAudit, "linkAsked">;

export interface SignInLinks {
  /** Resolves alike, and as fast, whether or not the address is known: looking it up and sending happen afterwards. */
  request(email: string, audit: LinkAudit): Promise<void>;
  use(token: string): Promise<{ ok: true; personId: string } | { ok: false; code: SignInRefusal; personId?: string }>;
  /** Resolves when every link asked for has been sent or given up. */
  settled(): Promise<void>;
}

export function createSignInLinks({
  db,
  clock,
  log,
  origin,
  send,
}: {
  db: Kysely<Database>;
  clock: Clock;
  log: Logger;
  /** The address people open, known only once the server listens. */
  origin: () => string;
  send: SendLink;
}): SignInLinks {
  const sending = new Set<Promise<void>>();

  async function issue(email: string, audit: LinkAudit): Promise<void> {
    const now = clock();
    await deleteOldLinks(db, now);
    const person = await findPersonByEmail(db, email);
    if (person === undefined) {
      await audit.linkAsked(undefined, "addressUnknown");
      return log.info("a sign-in link was asked for by an address nobody has");
    }
    const token = createToken();
    const expiresAt = new Date(now.getTime() + linkLifetime);
    const link = { tokenHash: hashToken(token), personId: person.id, now, expiresAt };
    if (!(await insertSignInLink(db, link, liveLinkLimit))) {
      await audit.linkAsked(person.id, "tooManyUnused");
      return log.warn({ personId: person.id }, "no sign-in link sent: too many are unused");
    }
    await audit.linkAsked(person.id);
    await send({ personId: person.id, email: person.email, url: `${origin()}/sign-in/${token}` });
  }

  return {
    async request(email, audit) {
      const job = issue(email, audit).catch((error) => log.error({ err: error }, "a sign-in link could not be sent"));
      sending.add(job);
      void job.finally(() => sending.delete(job));
    },

    async use(token) {
      const tokenHash = hashToken(token);
      const taken = await takeSignInLink(db, tokenHash, clock());
      if (taken !== undefined) return { ok: true, personId: taken.personId };
      const link = await findSignInLink(db, tokenHash);
      if (link === undefined) return { ok: false, code: "linkUnknown" };
      const { personId, usedAt } = link;
      return { ok: false, code: usedAt === null ? "linkExpired" : "linkUsed", personId };
    },

    async settled() {
      await Promise.all(sending);
    },
  };
}
