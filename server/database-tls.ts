// `sslmode` decided once, at the start: what `prefer` and `allow` come to, and a sentence for what cannot be.
import { withConnection } from "../db/connection";
import { sslModeOf, sslModes, withSslMode } from "../db/tls";
import { BootProblem } from "./boot-problem";

/** Resolves to the address with the mode that holds. @throws what node-postgres throws. */
export async function decideTls(databaseUrl: string): Promise<string> {
  const mode = sslModeOf(databaseUrl);
  if (mode === undefined) {
    const given = new URL(databaseUrl).searchParams.get("sslmode");
    throw new BootProblem(`sslmode in DATABASE_URL is "${given}"; it should be one of ${sslModes.join(", ")}.`);
  }
  if (mode !== "prefer" && mode !== "allow") return databaseUrl;
  const [first, second] = (
    mode === "prefer" ? (["require", "disable"] as const) : (["disable", "require"] as const)
  ).map((one) => withSslMode(databaseUrl, one)) as [string, string];
  try {
    await withConnection(first, async () => {});
    return first;
  } catch {
    await withConnection(second, async () => {});
    return second;
  }
}

/** What a failure says of TLS; undefined: nothing. */
export function tlsProblem(error: unknown): string | undefined {
  const { code, message, syscall, path } = error as NodeJS.ErrnoException;
  if (syscall === "open" && path)
    return `cannot be reached: the file ${path} that it names for TLS cannot be read (${code})`;
  if (/does not support SSL/.test(message)) return "offers no TLS, which sslmode in DATABASE_URL asks for";
  if (code && (/^(ERR_TLS_|CERT_|UNABLE_TO_)/.test(code) || code.includes("SELF_SIGNED_CERT"))) {
    return `has a certificate that sslmode in DATABASE_URL does not let pass (${code}); name its authority with sslrootcert, or its name as in the certificate`;
  }
  return undefined;
}
