// Tokens of sessions and sign-in links: 256 random bits, of which the database keeps the SHA-256 only. A plain hash is
// enough here: unlike a password, such a token cannot be guessed from a list.
import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";

export const createToken = (): string => randomBytes(32).toString("base64url");

export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Compared in a time that tells nothing of how nearly right it is. */
export const isSameSecret = (given: string, right: string): boolean =>
  timingSafeEqual(createHash("sha256").update(given).digest(), createHash("sha256").update(right).digest());

/**
 * The token of the session that a one-time link begins in a browser. It follows from two secrets, so that the link pressed twice
 * begins one session, whichever of the two answers reaches the browser.
 */
export const sessionTokenOf = (linkToken: string, browserToken: string): string =>
  createHash("sha256").update(`session ${linkToken} ${browserToken}`).digest("base64url");

const CODE_DIGITS = 8;
export const createCode = (): string => String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, "0");

/** Eight digits can be guessed from a hash; together with the browser's token, which the database does not have, they cannot. */
export const hashCode = (code: string, browserToken: string): string => hashToken(`code ${code} ${browserToken}`);
