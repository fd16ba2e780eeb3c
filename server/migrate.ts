// `npm run db:migrate`: brings the database up to date without opening the server.
import { openDatabase } from "../db/client";
import { migrateToLatest } from "../db/migrate";
import { runCommand } from "./command";
import { reachDatabase } from "./database";

await runCommand(async (config, log) => {
  const database = await reachDatabase(config, log, { asServer: false });
  const { db, close } = openDatabase(database.url, { max: 2 });
  try {
    const migrated = await migrateToLatest(db);
    console.log(migrated.length === 0 ? "The database is up to date." : `Migrated: ${migrated.join(", ")}.`);
  } finally {
    await close();
    await database.leave();
  }
});
