// The kinds of tables that a season imports: which columns each has, which it cannot do without, and which kind a file seems to
// be. The guess is only where the mapping starts; a person has the last word.
import type { TableKind } from "../../domain/import-kinds";
import { applicantFieldWords, listFieldWords, pastListFieldWords, scoreFieldWords } from "./field-words";
import {
  applicantHeaders,
  fieldFinder,
  headerKey,
  isProtectedHeader,
  listHeaders,
  pastListHeaders,
  scoreHeaders,
} from "./headers";

interface TableKindColumns {
  words: Readonly<Record<string, string>>;
  /** The field of a heading that is understood. */
  fieldOf(header: string): string | undefined;
  /** What the kind cannot do without, of which one of each group has to be there. */
  needed: readonly (readonly string[])[];
}

const anId = ["aamcId", "nrmpId"];

export const tableKinds: Readonly<Record<TableKind, TableKindColumns>> = {
  applicants: { words: applicantFieldWords, fieldOf: fieldFinder(applicantHeaders), needed: [anId] },
  preliminaryList: {
    words: listFieldWords,
    fieldOf: fieldFinder(listHeaders),
    needed: [["rank"], anId, ["zone"]],
  },
  interviewScores: { words: scoreFieldWords, fieldOf: fieldFinder(scoreHeaders), needed: [anId, ["interviewer"]] },
  pastLists: {
    words: pastListFieldWords,
    fieldOf: fieldFinder(pastListHeaders),
    needed: [["year"], ["quota"], ["rank"], ["outcome"]],
  },
};

/** The ones with the most of their own first: a list has an applicant's columns too. */
const inOrderOfGuess = ["pastLists", "interviewScores", "preliminaryList", "applicants"] as const;

export const isKnownHeader = (header: string): boolean =>
  inOrderOfGuess.some((kind) => tableKinds[kind].fieldOf(header) !== undefined);

export function guessKind(headers: readonly string[]): TableKind {
  const whole = inOrderOfGuess.find((kind) => {
    const fields = headers.map(tableKinds[kind].fieldOf);
    return lacking(kind, fields).length === 0;
  });
  if (whole) return whole;
  const known = (kind: TableKind) => headers.filter((header) => tableKinds[kind].fieldOf(header)).length;
  return [...inOrderOfGuess]
    .reverse()
    .reduce<TableKind>((best, kind) => (known(kind) > known(best) ? kind : best), "applicants");
}

/** Remembered fields of a program by `headerKey`; null: left out on purpose. */
export type RememberedFields = ReadonlyMap<string, string | null>;

/** A field a column; null leaves it out. What the program has said before goes before what the heading seems to say. */
export function guessFields(
  kind: TableKind,
  headers: readonly string[],
  remembered: RememberedFields,
): (string | null)[] {
  const { fieldOf, words } = tableKinds[kind];
  return headers.map((header) => {
    if (isProtectedHeader(header)) return null;
    const said = remembered.get(headerKey(header));
    if (said !== undefined) return said !== null && said in words ? said : null;
    return fieldOf(header) ?? null;
  });
}

/** Groups of needed fields of which none is mapped, in the screen's words. */
export function lacking(kind: TableKind, fields: readonly (string | null | undefined)[]): string[] {
  const { needed, words } = tableKinds[kind];
  const mapped = new Set(fields);
  return needed
    .filter((group) => !group.some((field) => mapped.has(field)))
    .map((group) => group.map((field) => `“${words[field] ?? field}”`).join(" or "));
}
