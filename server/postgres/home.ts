// Where the embedded PostgreSQL of a data folder lives, with which programs and as which user. Normally inside the data
// folder; as root it may have to be elsewhere, and then the log says where.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { access, chown, constants, mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { BootProblem } from "../boot-problem";
import type { Logger } from "../log";
import { type Binaries, copyBinaries, findBinaries } from "./binaries";
import { canRun, canWrite, isRoot, postgresUser, type UnixUser } from "./unprivileged-user";

export interface PostgresHome {
  binaries: Binaries;
  /** Holds the cluster, its password and its log. */
  folder: string;
  /** Unset: whoever runs the server. */
  runAs: UnixUser | undefined;
}

/** Readable by every user of the machine. */
const sharedFolder = "/var/lib/rank-room";

export const clusterOf = ({ folder }: Pick<PostgresHome, "folder">): string => path.join(folder, "cluster");

export async function preparePostgresHome(dataDir: string, log: Logger): Promise<PostgresHome> {
  const folder = path.join(dataDir, "postgresql");
  await makeWritable(dataDir, folder);
  const binaries = await findBinaries();
  if (!isRoot()) return { binaries, folder, runAs: undefined };

  const runAs = (await ownerOf(clusterOf({ folder }))) ?? postgresUser();
  const usable = await reachableFolder(dataDir, folder, runAs, log);
  return { binaries: await runnableBinaries(binaries, runAs, log), folder: usable, runAs };
}

async function makeWritable(dataDir: string, folder: string): Promise<void> {
  try {
    // The data folder itself stays open to be passed through: PostgreSQL may run as another user than we do.
    await mkdir(dataDir, { recursive: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(dataDir, constants.W_OK | constants.X_OK);
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "unknown";
    throw new BootProblem(
      `The data folder ${dataDir} cannot be written (${reason}). Make it writable for this user, or set DATA_DIR to another folder.`,
    );
  }
}

/** A cluster that a user other than root made keeps running as that user. */
async function ownerOf(cluster: string): Promise<UnixUser | undefined> {
  if (!existsSync(cluster)) return undefined;
  const { uid, gid } = await stat(cluster);
  return uid === 0 ? undefined : { uid, gid };
}

async function reachableFolder(dataDir: string, folder: string, runAs: UnixUser, log: Logger): Promise<string> {
  await chown(folder, runAs.uid, runAs.gid);
  const hash = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  const elsewhere = path.join(sharedFolder, hash);
  const isHere = existsSync(clusterOf({ folder }));
  const isReachable = canWrite(runAs, folder);
  if (isHere && !isReachable) {
    throw new BootProblem(
      `The database in ${folder} belongs to user ${runAs.uid}, who cannot reach it: a folder above is closed to that user. Open that folder (chmod a+x), or move the data and set DATA_DIR.`,
    );
  }
  if (isHere || (isReachable && !existsSync(clusterOf({ folder: elsewhere })))) return folder;
  await mkdir(sharedFolder, { recursive: true, mode: 0o755 });
  await mkdir(elsewhere, { recursive: true, mode: 0o700 });
  await chown(elsewhere, runAs.uid, runAs.gid);
  log.warn(
    { dataDir, databaseFolder: elsewhere },
    "PostgreSQL's user cannot reach the data folder; the database is kept elsewhere",
  );
  return elsewhere;
}

async function runnableBinaries(binaries: Binaries, runAs: UnixUser, log: Logger): Promise<Binaries> {
  if (canRun(runAs, binaries.folder)) return binaries;
  const copy = await copyBinaries(binaries, sharedFolder);
  if (!canRun(runAs, copy.folder)) {
    throw new BootProblem(
      `PostgreSQL cannot be run as user ${runAs.uid} from ${binaries.folder} nor from ${copy.folder}. Start Rank Room as another user, or set DATABASE_URL.`,
    );
  }
  log.info({ programs: copy.folder }, "PostgreSQL's programs run from a copy that its user can read");
  return copy;
}
