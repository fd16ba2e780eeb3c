// A person's initials in a circle: what stands where other products put a photo.
import { memo } from "react";
import { classNames } from "./class-names";

/** Of `Last, First Middle`, also with `Jr.` or `III` anywhere, and of `Dr. First Middle Last`: the first and the family name's letter. */
export function initialsOf(name: string): string {
  const parts = name.split(",").map((part) => part.trim());
  const [family = "", given] = parts.filter((part) => !isSuffix(part));
  const words = (given ? `${given} ${family.split(/\s+/)[0]}` : family)
    .split(/\s+/)
    .filter((word, at) => !isTitle(word) && (at === 0 || !isSuffix(word)));
  const chosen = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return chosen.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase("en-US") ?? "").join("");
}

/** `Dr.`, `Prof.`; a middle initial has one letter. */
export const isTitle = (word: string): boolean => /^\p{L}{2,}\.$/u.test(word);

/** A single `V` or `I` may be a given name's. */
const isSuffix = (word: string): boolean => /^(?:jr|sr|ii|iii|iv)\.?$/iu.test(word);

/** Silent for screen readers: the name is beside it. */
export const Initials = memo(({ name, isLarge }: { name: string; isLarge?: boolean }) => (
  <span
    aria-hidden
    className={classNames(
      "inline-flex shrink-0 items-center justify-center rounded-full border border-hairline bg-middle-tint text-middle",
      isLarge ? "size-11 text-body" : "size-7 text-meta",
    )}
  >
    {initialsOf(name)}
  </span>
));
