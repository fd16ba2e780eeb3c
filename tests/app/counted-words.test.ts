// A number and its noun are put together by `counted` (domain/count-words), so that nowhere stands "1 applicants". Read off the sources:
// a number that may be one has no plural glued to it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { counted } from "../../domain/count-words";

const plurals =
  "applicants|attempts|ballots|calls|cells|changes|characters|champions|classes|columns|cycles|days|devices|endorsements|entries|events|files|flags|hours|interviews|interviewers|invitations|links|meetings|members|minutes|months|moves|notes|objections|others|people|places|points|positions|programs|proposals|questions|ranks|ratings|reminders|residents|rows|scores|seasons|seconds|sheets|suggestions|votes|years";
const glued = new RegExp(
  String.raw`\{([^{}]+)\}(?:</\w+>)?(?:\{" "\})? ?(?:(?:more|new|open|other|past|selected) )?(${plurals})\b(?!\s*[=.])`,
  "g",
);
/** Never one: a limit of ours, what has been asked already, or what is counted while it grows. */
const limits = [
  "longest",
  "lastRank",
  "startPatience / 1000",
  "rejection.least",
  "programs.length",
  "values.length",
  "expected",
  "count(total)",
  "detail.to",
];
const isLimit = (expression: string) =>
  /^([A-Z][A-Z_]+|most[A-Z]\w+)\b/.test(expression) || limits.includes(expression);
/** Somebody has asked whether it is one, or looks after its words: just before. */
const isAsked = (before: string) => /(===|>) 1\b[^;]{0,90}$/.test(before);

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const gluedIn = (text: string): string[] => {
  const line = text
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "")
    .replace(/\s+/g, " ")
    .replace(/\{" "\} /g, '{" "}');
  return [...line.matchAll(glued)].flatMap(({ 0: found, 1: expression = "", index }) =>
    isLimit(expression) || isAsked(line.slice(Math.max(0, index - 120), index)) ? [] : [found],
  );
};

describe("a number and its noun", () => {
  it("agree", () => {
    expect([0, 1, 2].map((count) => counted(count, "flag"))).toEqual(["0 flags", "1 flag", "2 flags"]);
    expect(counted(1, "person", "people")).toBe("1 person");
    expect(counted(1200, "row")).toBe("1,200 rows");
  });

  it("are found where they are glued together", () => {
    expect(gluedIn("A list for {quota} positions")).toEqual(["{quota} positions"]);
    expect(gluedIn('<p>({effect.first.count}{" "}\n  scores)</p>')).toEqual(['{effect.first.count}{" "}scores']);
    expect(gluedIn('count === 1 ? "1 row" : "{count} rows"')).toEqual([]);
    expect(gluedIn("at most {MOST} files")).toEqual([]);
  });

  it("are nowhere glued together on a page, in a rule or in an answer", () => {
    const found = ["app", "domain", "server"]
      .flatMap(sourcesIn)
      .flatMap((path) => gluedIn(readFileSync(path, "utf8")).map((words) => `${path}: ${words}`));
    expect(found).toEqual([]);
  });
});
