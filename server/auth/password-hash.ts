// Hashes of passwords: scrypt of Node (docs/decisions/0015), with parameters and salt stored beside the hash, so that stronger
// ones can follow. At most two are worked out at a time: each takes 32 MB and a thread that the file system wants too.
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

interface Parameters {
  /** log2 of scrypt's N. */
  cost: number;
  blockSize: number;
  parallel: number;
}

/** OWASP's recommendation for 32 MB. */
const current: Parameters = { cost: 15, blockSize: 8, parallel: 3 };
const HASH_BYTES = 32;
const AT_A_TIME = 2;

/** `scrypt$15$8$3$<salt>$<hash>`, both in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, current);
  const { cost, blockSize, parallel } = current;
  return ["scrypt", cost, blockSize, parallel, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

/** Takes alike whether or not there is a hash to compare with. */
export async function isPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  const known = stored == null ? undefined : parse(stored);
  const { salt, hash, ...parameters } = known ?? { ...current, salt: nobody, hash: nobody };
  const derived = await derive(password, salt, parameters);
  return timingSafeEqual(derived, hash) && known !== undefined;
}

export function hasOldParameters(stored: string): boolean {
  const { cost, blockSize, parallel } = parse(stored);
  return cost !== current.cost || blockSize !== current.blockSize || parallel !== current.parallel;
}

const nobody = Buffer.alloc(HASH_BYTES);

function parse(stored: string): Parameters & { salt: Buffer; hash: Buffer } {
  const [, cost, blockSize, parallel, salt = "", hash = ""] = stored.split("$");
  return {
    cost: Number(cost),
    blockSize: Number(blockSize),
    parallel: Number(parallel),
    salt: Buffer.from(salt, "base64url"),
    hash: Buffer.from(hash, "base64url"),
  };
}

let running = 0;
const queue: (() => void)[] = [];

async function derive(password: string, salt: Buffer, { cost, blockSize, parallel }: Parameters): Promise<Buffer> {
  if (running >= AT_A_TIME) await new Promise<void>((start) => queue.push(start));
  running += 1;
  const N = 2 ** cost;
  const options = { N, r: blockSize, p: parallel, maxmem: 256 * N * blockSize };
  try {
    return await new Promise((resolve, reject) => {
      // One spelling of what looks the same: keyboards differ in how they compose an ä.
      scrypt(password.normalize("NFKC"), salt, HASH_BYTES, options, (error, hash) =>
        error ? reject(error) : resolve(hash),
      );
    });
  } finally {
    running -= 1;
    queue.shift()?.();
  }
}
