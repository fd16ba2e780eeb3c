// Signing the list: the director types the program's name. Case, accents, blanks and punctuation are forgiven; a wrong name
// is not, because the point is to know which list is being locked.

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLocaleLowerCase("en-US")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

export const isSignedFor = (typed: string, programName: string): boolean =>
  plain(typed) !== "" && plain(typed) === plain(programName);

/** A SHA-256 in groups that two people can read to each other. */
export const hashGroups = (sha256: string): string[] => sha256.match(/.{1,8}/g) ?? [];
