// The command line of `npm run import`. Promises arguments that are complete and well-formed, or one clear sentence.
import { parseArgs } from "node:util";
import { z } from "zod";
import { defaultQuota, programCodePattern } from "./season";

export interface ImportArguments {
  people: string;
  applicants: string;
  list: string;
  title?: string;
  code?: string;
  quota?: number;
  matchYear?: number;
  errors?: string;
}

export type ParsedArguments =
  | { kind: "arguments"; arguments: ImportArguments }
  | { kind: "help"; text: string }
  | { kind: "refused"; message: string };

export const usage = `Usage: npm run import -- --people FILE --applicants FILE --list FILE [options]

Opens a meeting on a season's three files (CSV; comma, semicolon or tab; UTF-8 or UTF-16).

  --people FILE       the program's people: Name, E-mail, Role
  --applicants FILE   the interviewed applicants: an ERAS PDWS or Thalamus export
  --list FILE         the preliminary rank list: Rank, AAMC ID, Zone
  --title TEXT        the meeting's title (otherwise “Rank meeting” and the match year)
  --code CODE         NRMP program code, such as 1000140C0 (otherwise from the tracks applied)
  --quota N           positions offered (otherwise ${defaultQuota})
  --match-year YEAR   such as 2027 (otherwise from the interview dates)
  --errors FILE       writes the rows that could not be imported, with the reason, as CSV
  --help              this text
`;

const filePath = (flag: string) => z.string(`${flag} FILE is missing.`).min(1, `${flag} needs the name of a file.`);

const wholeNumber = (flag: string, least: number, most: number) => {
  const message = `${flag} must be a whole number from ${least} to ${most}.`;
  return z
    .string()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .pipe(z.number().min(least, message).max(most, message));
};

const flagsSchema = z.object({
  people: filePath("--people"),
  applicants: filePath("--applicants"),
  list: filePath("--list"),
  title: z.string().trim().min(1, "--title is empty.").max(200, "--title is longer than 200 characters.").optional(),
  code: z
    .string()
    .trim()
    .regex(programCodePattern, "--code must be seven digits, a capital letter and a digit, such as 1000140C0.")
    .optional(),
  quota: wholeNumber("--quota", 1, 500).optional(),
  "match-year": wholeNumber("--match-year", 2000, 2100).optional(),
  errors: z.string().min(1, "--errors needs the name of a file.").optional(),
});

export function parseImportArguments(argv: readonly string[]): ParsedArguments {
  const text = { type: "string" } as const;
  let values: Record<string, string | boolean | undefined>;
  try {
    values = parseArgs({
      args: [...argv],
      options: {
        people: text,
        applicants: text,
        list: text,
        title: text,
        code: text,
        quota: text,
        "match-year": text,
        errors: text,
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split(". ")[0] ?? error.message) : String(error);
    return refused([`${reason.replace(/\.$/, "")}.`]);
  }
  if (values.help) return { kind: "help", text: usage };
  const parsed = flagsSchema.safeParse(values);
  if (!parsed.success) return refused(parsed.error.issues.map(({ message }) => message));
  const { "match-year": matchYear, ...rest } = parsed.data;
  return { kind: "arguments", arguments: { ...rest, matchYear } };
}

const refused = (sentences: readonly string[]): ParsedArguments => ({
  kind: "refused",
  message: `${sentences.join(" ")} See npm run import -- --help.`,
});
