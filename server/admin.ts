// `npm run admin -- list | add EMAIL [--name NAME] | remove EMAIL`: the administrators of this installation, beside a running
// server or without one. They look after people and programs and see nothing of a meeting.
import { parseArgs } from "node:util";
import { addAdministrator, listAdministrators, lockAdministrators, removeAdministrator } from "../db/administrators";
import type { OpenDatabase } from "../db/client";
import { findOrAddPerson, findPersonByEmail } from "../db/people";
import { nameSchema } from "../domain/schemas";
import { systemClock } from "./clock";
import { runWithDatabase } from "./command";
import { readEmail } from "./import/identifiers";

const usage = `Usage: npm run admin -- list
       npm run admin -- add EMAIL [--name NAME]
       npm run admin -- remove EMAIL

Administrators look after people and programs. They sign in with their e-mail address and see nothing of a meeting.`;

type Wish =
  | { act: "list" }
  | { act: "add"; email: string; name: string | undefined }
  | { act: "remove"; email: string };

const wish = readWish(process.argv.slice(2));
if (typeof wish === "string") refuse(wish);
else await runWithDatabase((database) => fulfil(wish, database));

function refuse(sentence: string): void {
  process.exitCode = 1;
  console.error(sentence);
}

function readWish(argv: string[]): Wish | string {
  let parsed: { values: { name?: string | undefined }; positionals: string[] };
  try {
    parsed = parseArgs({ args: argv, options: { name: { type: "string" } }, allowPositionals: true });
  } catch {
    return usage;
  }
  const [act, typed, ...more] = parsed.positionals;
  if (act === "list" && typed === undefined) return { act };
  if ((act !== "add" && act !== "remove") || typed === undefined || more.length > 0) return usage;
  const email = readEmail(typed.trim());
  if (!("value" in email)) return `"${typed}" is not an e-mail address. It should read like name@hospital.org.`;
  if (act === "remove") return { act, email: email.value };
  const name = nameSchema(200).optional().safeParse(parsed.values.name);
  if (!name.success) return "--name should be one line of 1 to 200 characters.";
  return { act, email: email.value, name: name.data };
}

async function fulfil(wish: Wish, { db }: OpenDatabase): Promise<void> {
  if (wish.act === "list") {
    const administrators = await listAdministrators(db);
    for (const { name, email } of administrators) console.log(`${email}  ${name}`);
    if (administrators.length === 0) console.log("There are no administrators yet.");
    return;
  }
  const { email } = wish;
  const change = { by: null, now: systemClock() };
  const known = await findPersonByEmail(db, email);
  if (wish.act === "add") {
    const id = known?.id ?? (await findOrAddPerson(db, { email, name: wish.name ?? email }));
    const isNew = await db.transaction().execute((trx) => addAdministrator(trx, id, change));
    console.log(isNew ? `${email} is an administrator now.` : `${email} is an administrator already.`);
    return;
  }
  const wasOne = await db.transaction().execute(async (trx) => {
    await lockAdministrators(trx);
    return known !== undefined && (await removeAdministrator(trx, known.id, change));
  });
  if (!wasOne) return refuse(`${email} is not an administrator.`);
  console.log(`${email} is not an administrator any more.`);
  if ((await listAdministrators(db)).length === 0) {
    console.log("There is no administrator now: the next start without the demo prints a link that makes one.");
  }
}
