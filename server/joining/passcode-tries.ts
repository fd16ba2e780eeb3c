// How often a passcode may be tried (JOIN-2): a device pays for its mistakes soon, an address late, because a whole hospital may
// come from one, and the link itself takes so many from everybody together that guessing is hopeless.
import type { Kysely } from "kysely";
import { readTries, saveTries, type Tries } from "../../db/join-codes";
import type { Database } from "../../db/schema";
import { hashToken } from "../auth/token";
import { networkOf } from "../client-address";

const second = 1000;
const firstWait = 5 * second;
const longestWait = 15 * 60 * second;
/** Wrong tries before the first wait. */
const freeTries = { device: 3, address: 20 };
type TryKind = keyof typeof freeTries;

/** Milliseconds to wait after so many wrong tries: 5 seconds, then twice as long each time, up to 15 minutes. */
export function waitAfter(wrong: number, kind: TryKind): number {
  const beyond = wrong - freeTries[kind];
  return beyond < 0 ? 0 : Math.min(firstWait * 2 ** beyond, longestWait);
}

/** Who tries, for one link: a renewed link starts everybody anew. */
export interface Trier {
  codeId: string;
  deviceHash: string;
  address: string;
}

const keysOf = ({ codeId, deviceHash, address }: Trier): Record<TryKind, string> => ({
  device: deviceKey(codeId, deviceHash),
  // Hashed: who tried from where is nobody's business once it is over.
  address: `address ${codeId} ${hashToken(`${codeId} ${networkOf(address)}`)}`,
});

export const deviceKey = (codeId: string, deviceHash: string): string => `device ${codeId} ${deviceHash}`;

/** Milliseconds until this trier may try again; 0: now. */
export async function waitOf(db: Kysely<Database>, trier: Trier, now: Date): Promise<number> {
  const tries = await readTries(db, Object.values(keysOf(trier)));
  return Math.max(0, ...tries.map(({ waitUntil }) => (waitUntil ? waitUntil.getTime() - now.getTime() : 0)));
}

/** Counts one wrong try; resolves to the milliseconds that it costs. */
export async function recordWrong(db: Kysely<Database>, trier: Trier, now: Date): Promise<number> {
  const keys = keysOf(trier);
  const known = await readTries(db, Object.values(keys));
  let longest = 0;
  const next: Tries[] = (Object.keys(keys) as TryKind[]).map((kind) => {
    const key = keys[kind];
    const wrong = (known.find((tries) => tries.key === key)?.wrong ?? 0) + 1;
    const wait = waitAfter(wrong, kind);
    longest = Math.max(longest, wait);
    return { key, wrong, waitUntil: wait === 0 ? null : new Date(now.getTime() + wait) };
  });
  await saveTries(db, next, now);
  return longest;
}
