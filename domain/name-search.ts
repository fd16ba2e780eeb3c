// How a name is looked for, everywhere: as somebody types it who has another keyboard, in a hurry.
const apostrophes = /['‘’ʹʻʼʽʾʿ`´′＇]/gu;
const possessive = /(?<=\p{L})['’`´＇]s(?!\p{L})/giu;
const hyphens = /[\p{Pd}\u2212\u00ad]/gu;
/** Letters that no decomposition takes apart. */
const letters: Readonly<Record<string, string>> = {
  ...{ ł: "l", ø: "o", đ: "d", ð: "d", ı: "i", ħ: "h", ŧ: "t", ŋ: "n", ə: "e" },
  ...{ ß: "ss", æ: "ae", œ: "oe", þ: "th" },
};
const whole = /[łøđðıħŧŋəßæœþ]/gu;

/** Without accents, case and apostrophes; `hyphen` stands for every kind of hyphen. */
const folded = (text: string, hyphen: "" | " "): string =>
  text
    .replace(apostrophes, "")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(hyphens, hyphen)
    .replace(whole, (letter) => letters[letter] ?? letter);

export interface NameSearch {
  /** Nothing was asked. */
  isEmpty: boolean;
  /** Is every word that was typed in one of these texts? */
  finds: (...texts: readonly string[]) => boolean;
}

/** Words stand apart by blanks, commas or hyphens: `al rashid`, `al–Rashid` and `alrashid` all find al-Rashid. */
export function nameSearch(typed: string): NameSearch {
  const words = folded(typed, " ")
    .split(/[\s,]+/)
    .filter(Boolean);
  return {
    isEmpty: words.length === 0,
    finds: (...texts) => {
      const text = texts.map((one) => folded(one, "")).join("\n");
      return words.every((word) => text.includes(word));
    },
  };
}

/** Does a text name somebody called so, "Family, Given"? By any word of their name of three letters or more. */
export function namesPerson(name: string): (text: string) => boolean {
  const theirs = new Set(wordsIn(name).filter(({ length }) => length >= 3));
  return (text) => wordsIn(text).some((word) => theirs.has(word));
}

const wordsIn = (text: string): string[] => folded(text.replace(possessive, " "), " ").split(/[^\p{L}\p{N}]+/u);
