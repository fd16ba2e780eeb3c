// What axe finds on a page, with the element of each, so that a failure says what to mend.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

interface Look {
  /** Told with a failure, where a test looks several times. */
  where?: string;
  /** A selector; the whole page without. */
  part?: string;
}

type Violations = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"];

export async function expectNoAxeFaults(page: Page, look: Look = {}): Promise<void> {
  expectNone(await violationsOf(page, look), look);
}

/** Serious or critical; lesser ones may stand. */
export async function expectNothingSerious(page: Page, look: Look = {}): Promise<void> {
  const violations = await violationsOf(page, look);
  expectNone(
    violations.filter(({ impact }) => impact === "serious" || impact === "critical"),
    look,
  );
}

async function violationsOf(page: Page, { part }: Look): Promise<Violations> {
  const builder = new AxeBuilder({ page });
  return (await (part === undefined ? builder : builder.include(part)).analyze()).violations;
}

function expectNone(found: Violations, { where = "" }: Look): void {
  expect({ where, found: found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`) }).toEqual({ where, found: [] });
}
