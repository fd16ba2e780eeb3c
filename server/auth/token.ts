// Tokens of sessions and sign-in links: 256 random bits, of which the database keeps the SHA-256 only. A plain hash is
// enough here: unlike a password, such a token cannot be guessed from a list.
import { createHash, randomBytes } from "node:crypto";

export const createToken = (): string => randomBytes(32).toString("base64url");

export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");
