// `sslmode` as PostgreSQL means it, against a real server with a certificate that it has made for itself.
import { chown, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { withConnection } from "../../db/connection";
import { reachDatabase } from "../../server/database";
import { createLog } from "../../server/log";
import { clusterOf } from "../../server/postgres/home";
import { anotherAuthority, authority, serverCertificate, serverKey } from "../support/certificates";
import { aFolder, aPostgresServer } from "../support/database";

let url: string;
let plainUrl: string;
let files: Record<"authority" | "another", string>;

beforeAll(async () => {
  plainUrl = (await aPostgresServer()).databaseUrl;
  const { home, databaseUrl } = await aPostgresServer();
  url = databaseUrl;
  for (const [name, text] of [
    ["server.crt", serverCertificate],
    ["server.key", serverKey],
  ] as const) {
    const file = path.join(clusterOf(home), name);
    await writeFile(file, text, { mode: 0o600 });
    if (home.runAs) await chown(file, home.runAs.uid, home.runAs.gid);
  }
  await withConnection(url, async (connection) => {
    await connection.query("ALTER SYSTEM SET ssl = on");
    await connection.query("SELECT pg_reload_conf()");
  });
  const folder = await aFolder();
  files = { authority: path.join(folder, "authority.pem"), another: path.join(folder, "another.pem") };
  await writeFile(files.authority, authority);
  await writeFile(files.another, anotherAuthority);
});

/** Is the connection encrypted, as PostgreSQL sees it? Else the sentence. */
async function encrypted(to: string, { mode, root, host = "localhost" }: Asked): Promise<boolean | string> {
  const asked = new URL(to);
  asked.hostname = host;
  if (mode) asked.searchParams.set("sslmode", mode);
  if (root) asked.searchParams.set("sslrootcert", root);
  try {
    const reached = await reachDatabase({ databaseUrl: asked.href, dataDir: "" }, createLog("silent"), {
      asServer: false,
    });
    return await withConnection(reached.url, async (connection) => {
      const { rows } = await connection.query("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()");
      return rows[0]?.ssl;
    });
  } catch (error) {
    return (error as Error).message;
  }
}
interface Asked {
  mode?: string;
  root?: string;
  host?: string;
}

describe("a server with TLS", () => {
  test.each([
    [undefined, true],
    ["disable", false],
    ["allow", false],
    ["prefer", true],
    ["require", true],
  ])("sslmode=%s", async (mode, isEncrypted) => {
    expect(await encrypted(url, mode ? { mode } : {})).toBe(isEncrypted);
  });

  test("verify-ca and verify-full refuse a certificate that nobody known has signed", async () => {
    for (const mode of ["verify-ca", "verify-full"]) {
      expect(await encrypted(url, { mode })).toMatch(/certificate/);
      expect(await encrypted(url, { mode, root: files.another })).toMatch(/certificate/);
    }
  });

  test("verify-ca takes the right authority under any name, verify-full under the certificate's alone", async () => {
    const root = files.authority;
    expect(await encrypted(url, { mode: "verify-ca", root, host: "127.0.0.1" })).toBe(true);
    expect(await encrypted(url, { mode: "verify-full", root })).toBe(true);
    expect(await encrypted(url, { mode: "verify-full", root, host: "127.0.0.1" })).toMatch(/certificate/);
  });

  test("require with a root certificate looks at it", async () => {
    expect(await encrypted(url, { mode: "require", root: files.authority, host: "127.0.0.1" })).toBe(true);
    expect(await encrypted(url, { mode: "require", root: files.another })).toMatch(/certificate/);
  });
});

describe("a server without TLS", () => {
  test.each([undefined, "disable", "allow", "prefer"])("sslmode=%s is without", async (mode) => {
    expect(await encrypted(plainUrl, mode ? { mode } : {})).toBe(false);
  });

  test.each(["require", "verify-ca", "verify-full"])("sslmode=%s is refused in a sentence", async (mode) => {
    expect(await encrypted(plainUrl, { mode, root: files.authority })).toMatch(
      /offers no TLS, which sslmode in DATABASE_URL asks for/,
    );
  });
});

test("what is no mode, and a file that is not there, are said in a sentence", async () => {
  expect(await encrypted(plainUrl, { mode: "full" })).toMatch(/sslmode in DATABASE_URL is "full"; it should be one of/);
  expect(await encrypted(plainUrl, { mode: "verify-ca", root: "/nowhere/root.pem" })).toMatch(
    /\/nowhere\/root.pem.*cannot be read/,
  );
});
