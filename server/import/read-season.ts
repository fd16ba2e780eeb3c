// Reads a season from its three files. Promises a season with a printable report, or a refusal that says what to do;
// both carry the report of what was read, so that no bad row goes unmentioned.
import { readFile, stat, writeFile } from "node:fs/promises";
import { type ApplicantRow, isApplicantHeader, readApplicantsFile } from "./applicants-file";
import type { ImportArguments } from "./arguments";
import { decode } from "./decode";
import { type EquityOfApplicant, readEquityColumns } from "./equity-columns";
import { errorCsv } from "./error-csv";
import { largestFile } from "./limits";
import { readListFile } from "./list-file";
import { matchList } from "./match-list";
import { readPeopleFile } from "./people-file";
import { type FileReading, type Readable, refusal } from "./reading";
import { defaultQuota, type Season } from "./season";
import { matchYearOf, programCodes } from "./season-defaults";
import { type FileSummary, plural, summarise } from "./summary";
import { readTable } from "./table";

/** `equity`: the protected columns of the applicants' file, read only when somebody asks (EQUITY-1). */
export type SeasonResult =
  | { ok: true; season: Season; equity: () => EquityOfApplicant[] }
  | { ok: false; message: string; report: string };

export async function readSeason(args: ImportArguments): Promise<SeasonResult> {
  const [people, applicants, list] = await Promise.all([
    readOne("people", args.people, readPeopleFile),
    readOne("applicants", args.applicants, readApplicantsFile),
    readOne("preliminary list", args.list, readListFile),
  ]);
  if (!people.ok || !applicants.ok || !list.ok) {
    const sentences = [people, applicants, list].flatMap((file) => (file.ok ? [] : [file.message]));
    return { ok: false, message: sentences.join("\n"), report: "" };
  }

  const matched = matchList(list.reading.good, applicants.reading.good);
  const unmatched = new Set(matched.bad.map(({ row }) => row));
  list.reading.good = list.reading.good.filter(({ row }) => !unmatched.has(row));
  list.reading.bad.push(...matched.bad);
  list.reading.warnings.push(...matched.warnings);
  const files: FileSummary[] = [people, applicants, list];
  const report = summarise(files, unplacedLine(applicants.reading.good, matched.order));
  const refuse = (message: string): SeasonResult => ({ ok: false, message, report });

  if (args.errors) {
    const unwritable = await writeErrors(args.errors, files);
    if (unwritable) return refuse(unwritable);
  }
  if (people.reading.good.length === 0) return refuse("No row of the people file could be read; nothing was imported.");
  if (applicants.reading.good.length === 0) {
    return refuse("No row of the applicants file could be read; nothing was imported.");
  }
  const code = args.code ?? onlyCode(programCodes(applicants.reading.good));
  if (typeof code !== "string") return refuse(code.message);
  const matchYear = args.matchYear ?? matchYearOf(applicants.reading.good);
  if (matchYear === undefined) {
    return refuse("The interview dates do not tell the match year. Give it with --match-year, such as 2027.");
  }
  return {
    ok: true,
    equity: () => equityOf(applicants, matchYear),
    season: {
      title: args.title ?? `Rank meeting ${matchYear}`,
      programCode: code,
      quota: args.quota ?? defaultQuota,
      quotaGiven: args.quota !== undefined,
      matchYear,
      members: people.reading.good,
      applicants: applicants.reading.good,
      columns: applicants.reading.columns,
      list: matched.order,
      report,
    },
  };
}

async function readOne<Reading extends FileReading<unknown>>(
  what: string,
  path: string,
  read: (text: string) => Readable<{ reading: Reading }>,
): Promise<Readable<ReadFile<Reading>>> {
  const named = (problem: string) => refusal(`The ${what} file ${path} ${problem}`);
  const bytes = await readBytes(path);
  if (!bytes.ok) return named(bytes.message);
  const decoded = decode(bytes.bytes);
  if (!decoded.ok) return named(decoded.message);
  const result = read(decoded.text);
  if (!result.ok) return named(result.message);
  const notes = [...decoded.notes, ...result.reading.notes];
  return { ok: true, what, path, text: decoded.text, reading: { ...result.reading, notes } };
}

interface ReadFile<Reading> {
  what: string;
  path: string;
  text: string;
  reading: Reading;
}

/** Of the rows that were taken. */
function equityOf({ text, reading }: ReadFile<FileReading<ApplicantRow>>, matchYear: number): EquityOfApplicant[] {
  const read = readTable(text, isApplicantHeader);
  const facts = new Map(
    read.ok ? readEquityColumns(read.table, matchYear).map((cells) => [cells.row, cells.facts]) : [],
  );
  return reading.good.flatMap(({ row, facts: { aamcId, nrmpId } }) => {
    const own = facts.get(row);
    return own ? [{ row, facts: own, aamcId, nrmpId }] : [];
  });
}

async function readBytes(path: string): Promise<Readable<{ bytes: Uint8Array }>> {
  try {
    const file = await stat(path);
    if (file.isDirectory()) return refusal("is a folder. Name the file inside it.");
    // Before reading, so that a file of gigabytes is not loaded to be refused.
    if (file.size > largestFile) return refusal("is larger than 20 MB. Export fewer columns or fewer applicants.");
    return { ok: true, bytes: await readFile(path) };
  } catch (error) {
    return refusal(fileProblem(error));
  }
}

async function writeErrors(path: string, files: readonly FileSummary[]): Promise<string | undefined> {
  try {
    await writeFile(path, errorCsv(files));
    return undefined;
  } catch (error) {
    return `The file of errors ${path} cannot be written: it ${fileProblem(error)}`;
  }
}

function fileProblem(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return "does not exist. Check the name and the folder.";
  if (code === "EACCES" || code === "EPERM") return "may not be opened. Check its permissions.";
  if (code === "EISDIR") return "is a folder. Name a file.";
  return `could not be opened (${code || String(error)}).`;
}

/** One rank order list per track: with several codes only a person can say which this is. */
function onlyCode(codes: readonly string[]): string | { message: string } {
  const [code, ...others] = codes;
  if (code === undefined) {
    return { message: "The applicants' tracks name no program code. Give it with --code, such as 1000140C0." };
  }
  if (others.length === 0) return code;
  return { message: `The applicants' tracks name several program codes (${codes.join(", ")}). Say which with --code.` };
}

function unplacedLine(applicants: readonly { withdrawn: boolean }[], order: Season["list"]): string[] {
  const withdrawn = applicants.filter((applicant) => applicant.withdrawn).length;
  const placed = order.protected.length + order.middle.length + order.red.length;
  const unplaced = applicants.length - withdrawn - placed;
  const { protected: top, middle, red } = order;
  return [
    `on the list: ${top.length} protected, ${middle.length} middle, ${red.length} red`,
    ...(withdrawn > 0 ? [`withdrawn: ${plural(withdrawn, "applicant")}`] : []),
    ...(unplaced > 0 ? [`not on the list yet: ${plural(unplaced, "applicant")}, to be placed by hand`] : []),
  ];
}
