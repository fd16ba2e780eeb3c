// docs/import.md lists exactly the headings that are understood. When this fails, copy the expected lines there.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  applicantHeaders,
  equityHeaders,
  isProtectedHeader,
  listHeaders,
  pastListHeaders,
  peopleHeaders,
  protectedHeaders,
  scoreHeaders,
} from "../../server/import/headers";

const docs = readFileSync(new URL("../../docs/import.md", import.meta.url), "utf8");

const table = (headers: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(headers)
    .map(([field, titles]) => `| ${field} | ${titles.join(" · ")} |`)
    .join("\n");

test.each([
  ["applicants file", applicantHeaders],
  ["people file", peopleHeaders],
  ["list file", listHeaders],
  ["scores file", scoreHeaders],
  ["past lists file", pastListHeaders],
  ["equity check", equityHeaders],
])("docs/import.md lists every heading of the %s", (_, headers) => {
  expect(docs).toContain(`| --- | --- |\n${table(headers)}\n\n`);
});

test("docs/import.md lists every protected column, and no other can be kept for the equity check", () => {
  expect(docs).toContain(`\n\n${protectedHeaders.join(" · ")}\n`);
  expect(
    Object.values(equityHeaders)
      .flat()
      .filter((header) => !isProtectedHeader(header)),
  ).toEqual([]);
});
