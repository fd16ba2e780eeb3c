// `npm run import`: a season's three files into a meeting, beside a running server or without one. Prints what was read, every
// bad row, and the meeting's address.
import { openDatabase } from "../../db/client";
import { migrateToLatest } from "../../db/migrate";
import { runCommand } from "../command";
import type { Config } from "../config";
import { reachDatabase } from "../database";
import { LiveMeetings } from "../live-meetings";
import type { Logger } from "../log";
import { giveNotice } from "../meeting-notice";
import { quietDispatcher } from "../quiet-dispatcher";
import { type ImportedSeason, importSeason } from "../season-import";
import { parseImportArguments } from "./arguments";
import { readSeason } from "./read-season";
import type { Season } from "./season";

await runCommand(async (config, log) => {
  const parsed = parseImportArguments(process.argv.slice(2));
  if (parsed.kind === "help") return console.log(parsed.text);
  if (parsed.kind === "refused") return refuse(parsed.message);
  const read = await readSeason(parsed.arguments);
  if (!read.ok) {
    if (read.report) console.log(read.report);
    return refuse(read.message);
  }
  console.log(read.season.report);
  const imported = await write(read.season, config, log);
  if (!imported.answer.ok) return refuse(imported.answer.message);
  console.log(`\n${outcome(imported)}`);
  console.log(`The meeting is at ${addressOf(config)}/meetings/${imported.meetingId}`);
});

function refuse(message: string): void {
  process.exitCode = 1;
  console.error(message);
}

async function write(season: Season, config: Config, log: Logger): Promise<ImportedSeason> {
  const database = await reachDatabase(config, log, { asServer: false });
  try {
    const { db, close } = openDatabase(database.url, { max: 2 });
    try {
      await migrateToLatest(db);
      const live = new LiveMeetings();
      const imported = await importSeason(season, { db, live, dispatcher: quietDispatcher({ db, live, log }) });
      const { meetingId, answer, changes } = imported;
      if (answer.ok && changes > 0) await giveNotice(db, { meetingId, after: answer.seq - changes });
      return imported;
    } finally {
      await close();
    }
  } finally {
    await database.leave();
  }
}

function outcome({ isNew, changes, listWasFrozen }: ImportedSeason): string {
  if (isNew) return "A new meeting was opened.";
  const list = listWasFrozen ? " Its preliminary list was frozen before and stays as it is." : "";
  if (changes === 0) return `The meeting was there already, and nothing in it differs from these files.${list}`;
  return `The meeting was there already; ${changes} ${changes === 1 ? "change was" : "changes were"} made to it.${list}`;
}

const addressOf = ({ publicUrl, host, port }: Config): string =>
  publicUrl ?? `http://${host === "0.0.0.0" || host === "::" ? "localhost" : host}:${port}`;
