// The numbered rules of domain/README.md and the places that quote them. Promises that no quoted rule is undefined and that
// every defined rule is named by a test. When this and the README disagree, one of them is wrong.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folders = ["app", "bench", "db", "docs", "domain", "server", "tests"];
const README = "domain/README.md";
const self = "tests/domain/rules.test.ts";

/** Standards that look like rules. */
const notRules = new Set(["UTF-8", "UTF-16"]);
const files = folders
  .flatMap((folder) => readdirSync(root + folder, { recursive: true }).map((file) => `${folder}/${file}`))
  .filter((file) => /\.(ts|tsx|mjs|css|md)$/.test(file) && file !== README && file !== self);

const rulesIn = (text: string): string[] =>
  (text.match(/\b[A-Z]{3,}-\d{1,2}\b/g) ?? []).filter((rule) => !notRules.has(rule));

/** Defined at the start of a list entry: `- **ORD-1** …`. */
const defined = [...readFileSync(root + README, "utf8").matchAll(/^- \*\*([A-Z]+-\d+)\*\* /gm)].map(([, rule]) => rule);

describe("the rules of domain/README.md", () => {
  it("are defined once each", () => {
    expect(defined.length).toBeGreaterThan(0);
    expect(defined.filter((rule, at) => defined.indexOf(rule) !== at)).toEqual([]);
  });

  it("include every rule that code, tests or documents quote", () => {
    const undefinedRules = files.flatMap((file) =>
      rulesIn(readFileSync(root + file, "utf8")).flatMap((rule) =>
        defined.includes(rule) ? [] : `${rule} in ${file}`,
      ),
    );
    expect(undefinedRules, `define these in ${README}, or correct who quotes them`).toEqual([]);
  });

  it("are each named by a test", () => {
    const tests = files.filter((file) => /\.test\.tsx?$/.test(file));
    const named = new Set(tests.flatMap((file) => rulesIn(readFileSync(root + file, "utf8"))));
    expect(
      defined.filter((rule) => !named.has(rule as string)),
      "no test names these rules",
    ).toEqual([]);
  });
});
