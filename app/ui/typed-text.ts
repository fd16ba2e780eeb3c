// What somebody has typed on the page they are on, by field: should the page fail, the page that says so gives it back. Kept in the
// page's memory alone, and gone with the next address.

export interface TypedText {
  /** Of the field, as it stands beside it. */
  label: string;
  text: string;
}

let typedAt = "";
const typed = new Map<string, string>();

/** In the browser, once. Nothing secret is kept: no password, no code, no file. */
export function keepTypedText(page: Document): void {
  page.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement) && !(target instanceof HTMLInputElement && target.type === "text"))
      return;
    if (target.autocomplete === "one-time-code") return;
    const here = location.pathname;
    if (typedAt !== here) typed.clear();
    typedAt = here;
    typed.set(labelOf(target), target.value);
  });
}

const labelOf = (field: HTMLInputElement | HTMLTextAreaElement): string =>
  field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent ?? field.name;

/** In the order in which it was begun; nothing on the server. */
export const typedText = (): TypedText[] =>
  typeof location === "undefined" || typedAt !== location.pathname
    ? []
    : [...typed].flatMap(([label, text]) => (text.trim() === "" ? [] : { label, text }));

export const forgetTypedText = (): void => typed.clear();
