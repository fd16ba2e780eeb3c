// Cleans text from files: one line, no control characters, composed accents (NFC). Names in any script keep their
// letters and joiners; markup stays as the text it is (screens escape it).

const lineBreaksAndTabs = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
// Control characters, and the invisible marks that can make a line read as something it is not: directional
// overrides and isolates, byte-order marks. Right-to-left letters carry their own direction and need none of these.
// Zero-width joiners stay: Persian and Indic names are spelt with them.
const unwanted = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu;

/** One line of visible text, trimmed. */
export function oneLine(text: string): string {
  return text.replace(lineBreaksAndTabs, " ").replace(unwanted, "").normalize("NFC").replace(/ {2,}/g, " ").trim();
}
