// `sslmode` as PostgreSQL means it. node-postgres takes prefer, require and verify-ca for verify-full, which refuses the certificates
// that servers make for themselves; and it knows no fallback, which is decided once, at the start (server/database.ts).
import { readFileSync } from "node:fs";
import type pg from "pg";

export const sslModes = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"] as const;
export type SslMode = (typeof sslModes)[number];

const fileParameters = ["sslrootcert", "sslcert", "sslkey"] as const;
const tlsParameters = ["sslmode", "ssl", "uselibpqcompat", "sslnegotiation", ...fileParameters];

/** What the address says; `prefer` when it says nothing, as for PostgreSQL's own programs. Undefined: no mode that there is. */
export function sslModeOf(url: string): SslMode | undefined {
  const { hostname, searchParams } = new URL(url);
  // There is nobody between us and a socket of this machine.
  if (hostname === "" || searchParams.get("host")?.startsWith("/")) return "disable";
  const given = searchParams.get("sslmode") ?? "prefer";
  if (given === "no-verify") return "require";
  return sslModes.find((mode) => mode === given);
}

export function withSslMode(url: string, mode: SslMode): string {
  const other = new URL(url);
  other.searchParams.set("sslmode", mode);
  return other.href;
}

/**
 * The address for node-postgres, and TLS beside it. `prefer` and `allow` that were not decided at the start are without.
 *
 * @throws when a file that the address names cannot be read.
 */
export function connectionTo(url: string): Pick<pg.ClientConfig, "connectionString" | "ssl"> {
  const mode = sslModeOf(url);
  const plain = new URL(url);
  const [ca, cert, key] = fileParameters.map((name) => {
    const file = plain.searchParams.get(name);
    return file === null || file === "system" ? undefined : readFileSync(file, "utf8");
  });
  for (const name of tlsParameters) plain.searchParams.delete(name);
  const connectionString = plain.href;
  if (mode === "disable" || mode === "prefer" || mode === "allow") return { connectionString, ssl: false };
  // Without it the name of an address in numbers would be compared with "localhost".
  const ssl = { ca, cert, key, host: plain.hostname.replace(/^\[|\]$/g, "") };
  if (mode === "verify-full") return { connectionString, ssl };
  // With a root certificate, `require` is `verify-ca`, as it is for PostgreSQL.
  const isVerified = mode === "verify-ca" || ca !== undefined;
  return {
    connectionString,
    ssl: { ...ssl, rejectUnauthorized: isVerified, checkServerIdentity: () => undefined },
  };
}
