// Brings a database up to the tables this version knows. Safe to run from many processes at once: one migrates, the
// others wait for it, and whoever finds nothing to do does nothing. Migrations go forward only.
import { type Kysely, type Migration, type MigrationProvider, Migrator, sql } from "kysely";
import * as initial from "./migrations/0001-initial";
import * as programsAndRosters from "./migrations/0002-programs-and-rosters";
import * as signIn from "./migrations/0003-sign-in";
import * as auditAndRetention from "./migrations/0004-audit-and-retention";
import * as joining from "./migrations/0005-joining";
import * as seasons from "./migrations/0006-seasons";
import * as imports from "./migrations/0008-imports";
import * as interviewNotes from "./migrations/0009-interview-notes";
import * as voiceWeights from "./migrations/0010-voice-weights";
import * as rubrics from "./migrations/0011-rubrics";
import * as applicantFiles from "./migrations/0012-applicant-files";
import * as room from "./migrations/0013-room";
import * as equityFacts from "./migrations/0014-equity-facts";
import * as rehearsals from "./migrations/0015-rehearsals";
import * as classOutcomes from "./migrations/0016-class-outcomes";
import * as writeChecks from "./migrations/0017-write-checks";
import * as signInAgain from "./migrations/0018-sign-in-again";
import * as carryOver from "./migrations/0020-carry-over";
import * as unheardNotes from "./migrations/0022-unheard-notes";
import * as timeZones from "./migrations/0023-time-zones";
import * as chainOfAnswers from "./migrations/0024-chain-of-answers";
import type { Database } from "./schema";

/** In code, not read from a folder, so that one bundled file can migrate. */
const migrations: Record<string, Migration> = {
  "0001-initial": initial,
  "0002-programs-and-rosters": programsAndRosters,
  "0003-sign-in": signIn,
  "0004-audit-and-retention": auditAndRetention,
  "0005-joining": joining,
  "0006-seasons": seasons,
  "0008-imports": imports,
  "0009-interview-notes": interviewNotes,
  "0010-voice-weights": voiceWeights,
  "0011-rubrics": rubrics,
  "0012-applicant-files": applicantFiles,
  "0013-room": room,
  "0014-equity-facts": equityFacts,
  "0015-rehearsals": rehearsals,
  "0016-class-outcomes": classOutcomes,
  "0017-write-checks": writeChecks,
  "0018-sign-in-again": signInAgain,
  "0020-carry-over": carryOver,
  "0022-unheard-notes": unheardNotes,
  "0023-time-zones": timeZones,
  "0024-chain-of-answers": chainOfAnswers,
};

const provider: MigrationProvider = { getMigrations: async () => migrations };

/** The database has a migration that this version does not know. */
export class NewerDatabase extends Error {
  override name = "NewerDatabase";
  constructor(readonly migration: string) {
    super(`the database has the migration ${migration}`);
  }
}

/**
 * Resolves to the names of the migrations it ran. Kysely takes an advisory lock first and runs all of them in one
 * transaction, so a failure leaves the database as it was. What a database lacks is run in the order of the numbers, also where
 * it has later ones: branches that landed side by side have made such databases.
 *
 * @throws NewerDatabase
 */
export async function migrateToLatest(db: Kysely<Database>): Promise<string[]> {
  const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw (await newerDatabase(db)) ?? error;
  return results.filter(({ status }) => status === "Success").map(({ migrationName }) => migrationName);
}

async function newerDatabase(db: Kysely<Database>): Promise<NewerDatabase | undefined> {
  const done = await sql<{ name: string }>`SELECT name FROM kysely_migration ORDER BY name`
    .execute(db)
    .catch(() => undefined);
  const unknown = done?.rows.find(({ name }) => !(name in migrations));
  return unknown && new NewerDatabase(unknown.name);
}
