// `npm run import`: a season's three files into a meeting, beside a running server or without one. Prints what was read, every
// bad row, and the meeting's address.
import { runWithDatabase } from "../command";
import type { Config } from "../config";
import { keepFromConsole } from "../equity-import";
import { LiveMeetings } from "../live-meetings";
import { giveNotice } from "../meeting-notice";
import { quietDispatcher } from "../quiet-dispatcher";
import { type ImportedSeason, importSeason } from "../season-import";
import { type ImportArguments, parseImportArguments } from "./arguments";
import { readSeason } from "./read-season";
import { plural } from "./summary";

const parsed = parseImportArguments(process.argv.slice(2));
if (parsed.kind === "help") console.log(parsed.text);
else if (parsed.kind === "refused") refuse(parsed.message);
else await importFiles(parsed.arguments);

function refuse(message: string): void {
  process.exitCode = 1;
  console.error(message);
}

async function importFiles(files: ImportArguments): Promise<void> {
  const read = await readSeason(files);
  if (!read.ok) {
    if (read.report) console.log(read.report);
    return refuse(read.message);
  }
  console.log(read.season.report);
  await runWithDatabase(async ({ db }, config, log) => {
    const live = new LiveMeetings();
    const imported = await importSeason(read.season, { db, live, dispatcher: quietDispatcher({ db, live, log }) });
    const { meetingId, answer, changes, followed } = imported;
    if (!answer.ok) return refuse(answer.message);
    if (changes > 0) await giveNotice(db, { kind: "log", meetingId, after: answer.seq - changes });
    for (const notice of followed) await giveNotice(db, { kind: "log", ...notice });
    console.log(`\n${outcome(imported)}`);
    const kept = await keepFromConsole({ db, live }, meetingId, read.equity);
    if (kept > 0)
      console.log(`For the season's equity check, protected columns of ${plural(kept, "applicant")} were kept apart.`);
    console.log(`The meeting is at ${addressOf(config)}/meetings/${meetingId}`);
  });
}

function outcome({ isNew, changes, listWasFrozen }: ImportedSeason): string {
  if (isNew) return "A new meeting was opened.";
  const list = listWasFrozen ? " Its preliminary list was frozen before and stays as it is." : "";
  if (changes === 0) return `The meeting was there already, and nothing in it differs from these files.${list}`;
  return `The meeting was there already; ${changes} ${changes === 1 ? "change was" : "changes were"} made to it.${list}`;
}

function addressOf({ publicUrl, host, port }: Config): string {
  return publicUrl ?? `http://${host === "0.0.0.0" || host === "::" ? "localhost" : host}:${port}`;
}
