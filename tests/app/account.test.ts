// The account pages' words: browsers by name, and a sentence for every refusal.
import { describe, expect, it } from "vitest";
import { deviceWords } from "../../app/account/device-words";
import { passwordWords } from "../../app/account/password-words";

const webKit = "AppleWebKit/537.36 (KHTML, like Gecko)";

describe("a device in words", () => {
  it.each([
    ["Chrome on Windows", `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/131.0.0.0 Safari/537.36`],
    ["Edge on Windows", `Mozilla/5.0 (Windows NT 10.0) ${webKit} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`],
    ["Safari on a Mac", `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit} Version/17.4 Safari/605.1.15`],
    [
      "Safari on an iPhone",
      `Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) ${webKit} Version/17.4 Safari/604.1`,
    ],
    ["Chrome on an iPad", `Mozilla/5.0 (iPad; CPU OS 17_4 like Mac OS X) ${webKit} CriOS/131.0 Safari/604.1`],
    ["Firefox on Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"],
    [
      "Samsung Internet on Android",
      `Mozilla/5.0 (Linux; Android 14) ${webKit} SamsungBrowser/26.0 Chrome/122.0 Safari/537.36`,
    ],
    ["Chrome on a Chromebook", `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webKit} Chrome/131.0.0.0 Safari/537.36`],
    ["A browser", "curl/8.5.0"],
    ["A browser", null],
  ])("%s", (words, userAgent) => {
    expect(deviceWords(userAgent)).toBe(words);
  });
});

it("every refusal of a password has its sentence", () => {
  for (const { sentence } of Object.values(passwordWords)) expect(sentence).toMatch(/^[A-Z].+\.$/);
});
