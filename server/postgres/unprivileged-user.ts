// PostgreSQL refuses to run as root, so a server started as root (containers, CI) runs it as another user: who that is,
// and what that user can reach.
import { spawnSync } from "node:child_process";
import { BootProblem } from "../boot-problem";
import { programIn } from "./binaries";

export interface UnixUser {
  uid: number;
  gid: number;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/** The user `postgres`, created if the machine has none. */
export function postgresUser(): UnixUser {
  return findUser("postgres") ?? createUser("postgres");
}

function findUser(name: string): UnixUser | undefined {
  const [uid, gid] = ["-u", "-g"].map((flag) =>
    Number(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout || Number.NaN),
  );
  return uid === undefined || gid === undefined || Number.isNaN(uid + gid) ? undefined : { uid, gid };
}

function createUser(name: string): UnixUser {
  const attempts = [
    ["useradd", "--system", "--user-group", "--no-create-home", "--shell", "/bin/false", name],
    // Alpine and other BusyBox systems.
    ["adduser", "-S", "-D", "-H", name],
  ];
  for (const [command = "", ...args] of attempts) {
    if (spawnSync(command, args).status === 0) break;
  }
  const user = findUser(name);
  if (user !== undefined) return user;
  throw new BootProblem(
    `PostgreSQL does not run as root, and the user "${name}" could not be created for it. Start Rank Room as another user, or set DATABASE_URL.`,
  );
}

/** Tried, not worked out from permission bits: access lists, mounts and containers have their own rules. */
export function canRun(user: UnixUser, binariesFolder: string): boolean {
  return spawnSync(programIn(binariesFolder, "postgres"), ["--version"], { ...user, cwd: "/" }).status === 0;
}

/** Each by a file of its own: whoever took away another's would tell it that the folder is closed, and it would go elsewhere. */
export function canWrite(user: UnixUser, folder: string): boolean {
  const script = 'cd "$1" && touch .reached.$$ && rm .reached.$$';
  return spawnSync("/bin/sh", ["-c", script, "sh", folder], { ...user, cwd: "/" }).status === 0;
}
