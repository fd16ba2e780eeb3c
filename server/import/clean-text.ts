// Cleans text from files: one line, no control characters, composed accents (NFC). Names in any script keep their
// letters and joiners; markup stays as the text it is (screens escape it).

const lineBreaksAndTabs = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
// Control characters, and the invisible marks that can make a line read as something it is not: directional
// overrides, isolates and marks, zero-width spaces, soft hyphens, byte-order marks. Right-to-left letters carry their own direction and need none of these.
// Zero-width joiners stay: Persian and Indic names are spelt with them.
const unwanted = /[\p{Cc}\u00AD\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu;
// No-break, thin and ideographic spaces look like one and are none to whoever compares.
const spaces = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;
/** Joiners that join nothing: at an edge, or beside a letter or digit that is written unjoined. */
const looseJoiners =
  /[\u200C\u200D](?![\p{L}\p{M}])|(?<![\p{L}\p{M}])[\u200C\u200D]|[\u200C\u200D](?=\p{Script=Latin})|(?<=\p{Script=Latin})[\u200C\u200D]/gu;

/** One line of visible text, trimmed. */
export function oneLine(text: string): string {
  return text
    .replace(lineBreaksAndTabs, " ")
    .replace(spaces, " ")
    .replace(unwanted, "")
    .replace(looseJoiners, "")
    .normalize("NFC")
    .replace(/ {2,}/g, " ")
    .trim();
}
