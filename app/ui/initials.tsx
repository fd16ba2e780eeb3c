// A person's initials in a circle: what stands where other products put a photo.
import { memo } from "react";
import { classNames } from "./class-names";

/** Of `Last, First Middle` and of `Dr. First Middle Last`: the first and the family name's letter. */
export function initialsOf(name: string): string {
  const [family = "", given] = name.split(",").map((part) => part.trim());
  const words = (given ? `${given} ${family.split(/\s+/)[0]}` : family).split(/\s+/).filter((word) => !isTitle(word));
  const chosen = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return chosen.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase("en-US") ?? "").join("");
}

/** `Dr.`, `Prof.`; a middle initial has one letter. */
export const isTitle = (word: string): boolean => /^\p{L}{2,}\.$/u.test(word);

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
