// The facts of a file: what is missing is said to be missing, and what is not for every eye is not there.
import { describe, expect, it } from "vitest";
import { type Fact, fileFacts } from "../../app/applicants/file-facts";
import type { Applicant } from "../../domain/applicant";

const bare: Applicant = { id: "one", name: "Okafor, Amara", withdrawn: false };

const facts = (applicant: Partial<Applicant>, seesVisa = false): Fact[] =>
  fileFacts({ ...bare, ...applicant }, { seesVisa }).flatMap((group) => group.facts);

const fact = (label: string, applicant: Partial<Applicant>, seesVisa = false): Fact | undefined =>
  facts(applicant, seesVisa).find((one) => one.label === label);

describe("a file", () => {
  it("that holds nothing has no value anywhere: not a zero, not a no", () => {
    expect(facts({}, true).map(({ value }) => value)).toSatisfy((values: unknown[]) => values.every((v) => v === null));
  });

  it("tells a zero that was given from a value that was not", () => {
    expect(fact("Total stated", { usClinicalMonths: 0 })?.value).toBe("0 months");
    expect(fact("Total stated", {})?.value).toBeNull();
  });

  it("tells all attempts, the last one first", () => {
    expect(fact("Step 1", { step1: ["Fail", "Pass"] })).toEqual({
      label: "Step 1",
      value: "Pass",
      note: "2 attempts: Fail, Pass",
    });
    expect(fact("Step 2 CK", { step2: [244] })).toEqual({ label: "Step 2 CK", value: "244" });
  });

  it("names an unexplained interruption without judging it", () => {
    expect(fact("Interruption", { interrupted: true })?.note).toBe("Interrupted, no explanation given");
    expect(fact("Interruption", { interrupted: true, interruptedWhy: "National service" })?.note).toBe(
      "National service",
    );
    expect(fact("Interruption", { interrupted: false })?.value).toBe("None stated");
  });

  it("shows sponsorship to those who may see it, and nothing in its place to others (SEE-2)", () => {
    expect(fact("Visa sponsorship", { visa: "j1" }, true)?.value).toBe("J-1 needed");
    expect(JSON.stringify(facts({ visa: "j1" }))).not.toMatch(/visa|J-1/i);
  });

  it("asks for ECFMG and COMLEX of those they concern only", () => {
    const labels = (applicant: Partial<Applicant>) => facts(applicant).map(({ label }) => label);
    expect(labels({ schoolType: "US MD" })).not.toContain("ECFMG");
    expect(labels({ schoolType: "International" })).toContain("ECFMG");
    expect(labels({ schoolType: "US DO" })).toContain("COMLEX Level 2");
  });

  it("reads dates as calendar dates, in every time zone the same", () => {
    expect(fact("Graduation", { graduation: "2027-05" })?.value).toBe("May 2027");
    expect(fact("Interviewed", { interviewDate: "2026-12-01" })?.value).toBe("Dec 1, 2026");
  });
});
