import { describe, expect, test } from "vitest";
import { keyOf } from "../../app/ui/key-of";

describe("the key that was meant", () => {
  test.each([
    ["Cyrillic", "о", "KeyJ", "j"],
    ["Cyrillic", "я", "KeyZ", "z"],
    ["Cyrillic, Caps Lock", "Л", "KeyK", "k"],
    ["Greek", "κ", "KeyK", "k"],
    ["Greek", "ζ", "KeyZ", "z"],
    ["Hebrew", "ל", "KeyK", "k"],
    ["Hebrew", "ז", "KeyZ", "z"],
    ["Arabic digits", "٣", "Digit3", "3"],
    ["Latin, Caps Lock", "J", "KeyJ", "j"],
    ["Dvorak", "k", "KeyV", "k"],
    ["Dvorak", "z", "Slash", "z"],
    ["AZERTY", "z", "KeyW", "z"],
    ["QWERTZ", "z", "KeyY", "z"],
    ["QWERTZ", "y", "KeyZ", "y"],
    ["AZERTY's row of digits", "é", "Digit2", "é"],
    ["Cyrillic", "?", "Digit7", "?"],
    ["a sign", "/", "Backslash", "/"],
    ["no letter", "ArrowUp", "ArrowUp", "ArrowUp"],
    ["no letter", "Escape", "Escape", "Escape"],
  ])("%s: %s at %s is %s", (_keyboard, key, code, meant) => {
    expect(keyOf({ key, code })).toBe(meant);
  });
});
