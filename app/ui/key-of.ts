// Which key was meant, whatever the keyboard types.
/**
 * A Latin letter goes by its letter, so that Dvorak and AZERTY keep theirs; in Cyrillic, Greek, Hebrew or Arabic by its place. Small
 * with Caps Lock too: who asks for Shift looks at the event.
 */
export function keyOf({ key, code }: Pick<KeyboardEvent, "key" | "code">): string {
  if (key.length !== 1) return key;
  const [, letter, digit] = /^(?:Key([A-Z])|(?:Digit|Numpad)([0-9]))$/.exec(code) ?? [];
  if (letter && /\p{L}/u.test(key) && !/\p{Script=Latin}/u.test(key)) return letter.toLowerCase();
  if (digit && /\p{Nd}/u.test(key)) return digit;
  return key.toLowerCase();
}

/** Ctrl or ⌘ with this letter and nothing else. */
export const isChord = (event: KeyboardEvent, letter: string): boolean =>
  keyOf(event) === letter && (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey;
