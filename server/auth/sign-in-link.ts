// Sign-in links: a token in a mail, good once and for four hours, with a code beside it that only the browser which asked can be
// told. Asking for one says nothing about who is a member.
import type { Kysely } from "kysely";
import { findPersonByEmail } from "../../db/people";
import type { Database } from "../../db/schema";
import {
  completeSignInAsk,
  countCodeTry,
  deleteOldLinks,
  deleteSignInLink,
  endSignInAsks,
  findSignInLink,
  hasOpenAsk,
  insertSignInAsk,
  insertSignInLink,
  takeSignInLink,
} from "../../db/sign-in-links";
import type { MemberId } from "../../domain/ids";
import type { Clock } from "../clock";
import type { SignInRefusal } from "../load-context";
import type { Logger } from "../log";
import type { SendLink } from "./link-delivery";
import type { SignInAudit } from "./sign-in-audit";
import { createCode, createToken, hashCode, hashToken } from "./token";

/** Mail that is held back on its way arrives within hours: after four, servers begin to tell senders that it is late. */
export const linkLifetime = 4 * 60 * 60 * 1000;
/** Wrong codes that a browser may type for each time it asked. */
export const codeTriesMax = 5;

type LinkAudit = Pick<SignInAudit, "linkAsked">;

export type LinkLook =
  | { state: "open"; personId: MemberId }
  /** `usedBy`: the browser that used it, as a hash. */
  | { state: "used"; personId: MemberId; usedBy: string | null; usedAt: Date }
  | { state: "expired"; personId: MemberId }
  | { state: "unknown" };

/** A link by its hash: `opened` by its token, or by the code beside it. */
export interface SignInLinks {
  /** Resolves alike, and as fast, whether or not the address is known: looking it up and sending happen afterwards. */
  request(email: string, to: { browserToken: string; returnTo: string }, audit: LinkAudit): Promise<void>;
  look(linkHash: string): Promise<LinkLook>;
  /** Uses it up; false when it could not be used any more. In one transaction with whatever it opens. */
  take(trx: Kysely<Database>, linkHash: string, browserHash: string | null): Promise<boolean>;
  /** The link beside which that code was sent to this browser. */
  findByCode(
    code: string,
    browserToken: string | undefined,
  ): Promise<{ ok: true; linkHash: string } | { ok: false; code: SignInRefusal }>;
  /** Could this browser be told a code? */
  isCodeAwaited(browserToken: string | undefined): Promise<boolean>;
  /** Its codes are tried no more. */
  codeWasUsed(browserToken: string): Promise<void>;
  /** The address that a link was sent to; undefined for a link that was never sent, or long ago. */
  addressOf(linkHash: string): Promise<string | undefined>;
  /** Resolves when every link asked for has been sent or given up. */
  settled(): Promise<void>;
}

export interface SignInLinkParts {
  db: Kysely<Database>;
  clock: Clock;
  log: Logger;
  /** The address people open, known only once the server listens. */
  origin: () => string;
  send: SendLink;
}

export function createSignInLinks({ db, clock, log, origin, send }: SignInLinkParts): SignInLinks {
  const sending = new Set<Promise<void>>();

  async function issue(
    email: string,
    ask: { id: string; browserToken: string; returnTo: string; expiresAt: Date },
    audit: LinkAudit,
  ): Promise<void> {
    const now = clock();
    await deleteOldLinks(db, now);
    const person = await findPersonByEmail(db, email);
    if (person === undefined) {
      await audit.linkAsked(undefined, "addressUnknown");
      return log.info("a sign-in link was asked for by an address nobody has");
    }
    const { id, browserToken, returnTo, expiresAt } = ask;
    const [token, code] = [createToken(), createCode()];
    const linkHash = hashToken(token);
    await insertSignInLink(db, { tokenHash: linkHash, personId: person.id, now, expiresAt });
    await completeSignInAsk(db, { id, linkHash, codeHash: hashCode(code, browserToken) });
    const query = returnTo === "/" ? "" : `?${new URLSearchParams({ to: returnTo })}`;
    try {
      await send({ personId: person.id, email: person.email, url: `${origin()}/sign-in/${token}${query}`, code });
    } catch (error) {
      // Nobody has that link.
      await deleteSignInLink(db, linkHash);
      await audit.linkAsked(person.id, "mailFailed");
      throw error;
    }
    await audit.linkAsked(person.id);
  }

  return {
    async request(email, { browserToken, returnTo }, audit) {
      const expiresAt = new Date(clock().getTime() + linkLifetime);
      const id = await insertSignInAsk(db, { browserHash: hashToken(browserToken), expiresAt });
      const job = issue(email, { id, browserToken, returnTo, expiresAt }, audit).catch((error: unknown) =>
        log.error({ err: error }, "a sign-in link could not be sent"),
      );
      sending.add(job);
      void job.finally(() => sending.delete(job));
    },

    async look(linkHash) {
      const link = await findSignInLink(db, linkHash);
      if (!link) return { state: "unknown" };
      const { personId, usedAt, usedBy, expiresAt } = link;
      if (usedAt !== null) return { state: "used", personId, usedBy, usedAt };
      return { state: expiresAt > clock() ? "open" : "expired", personId };
    },

    take: (trx, linkHash, browserHash) => takeSignInLink(trx, linkHash, { now: clock(), usedBy: browserHash }),

    async findByCode(typed, browserToken) {
      const code = typed.replace(/[\s-]/g, "");
      if (browserToken === undefined) return { ok: false, code: "codeElsewhere" };
      const limits = { now: clock(), triesMax: codeTriesMax };
      const asks = await countCodeTry(db, hashToken(browserToken), limits);
      if (asks.length === 0) return { ok: false, code: "codeOver" };
      const codeHash = hashCode(code, browserToken);
      const fitting = asks.find((ask) => ask.codeHash === codeHash && ask.linkHash !== null);
      if (fitting?.linkHash) return { ok: true, linkHash: fitting.linkHash };
      return { ok: false, code: "codeWrong" };
    },

    isCodeAwaited: async (browserToken) =>
      browserToken !== undefined && hasOpenAsk(db, hashToken(browserToken), { now: clock(), triesMax: codeTriesMax }),

    codeWasUsed: (browserToken) => endSignInAsks(db, hashToken(browserToken)),

    addressOf: async (linkHash) => (await findSignInLink(db, linkHash))?.email,

    async settled() {
      await Promise.all(sending);
    },
  };
}
