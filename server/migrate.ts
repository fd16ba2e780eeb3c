// `npm run db:migrate`: brings the database up to date without opening the server.
import { openDatabase } from "../db/client";
import { patientLimits } from "../db/limits";
import { runCommand } from "./command";
import { migrateDatabase, reachDatabase } from "./database";

await runCommand(async (config, log) => {
  const database = await reachDatabase(config, log, { asServer: false });
  const { db, close } = openDatabase(database.url, { max: 2, limits: patientLimits });
  try {
    const migrated = await migrateDatabase(db);
    console.log(migrated.length === 0 ? "The database is up to date." : `Migrated: ${migrated.join(", ")}.`);
  } finally {
    await close();
    await database.leave();
  }
});
