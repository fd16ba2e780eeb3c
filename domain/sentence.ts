// What counts as a sentence wherever one is asked for (WORDS-1): three different words. No zod here, so that a field can say so
// before anything is sent.

/** Scripts that put no spaces between words. */
const unspaced =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u;
const WORDS_LEAST = 3;
/** Of an unspaced script so many different letters stand for three words. */
const UNSPACED_LETTERS_LEAST = 4;

/** "x" is none, nor is "no no no" or "1 2 3"; 他迟到了 is one. */
export function isSentence(text: string): boolean {
  const words = new Set<string>();
  const letters = new Set<string>();
  for (const token of text.toLowerCase().split(/\s+/u)) {
    let word = "";
    for (const sign of token) {
      if (!/[\p{L}\p{N}]/u.test(sign)) continue;
      if (unspaced.test(sign)) letters.add(sign);
      else word += sign;
    }
    if (word) words.add(word);
  }
  const isWritten = letters.size > 0 || [...words].some((word) => /\p{L}.*\p{L}/u.test(word));
  return isWritten && words.size + wordsOf(letters.size) >= WORDS_LEAST;
}

const wordsOf = (letters: number): number => (letters >= UNSPACED_LETTERS_LEAST ? WORDS_LEAST : Math.ceil(letters / 2));

/** What a field says that lacks one. */
export const sentenceMissing = "Write a sentence of at least three words.";
