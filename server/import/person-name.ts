// A person's name from one column or from several. Applicants read `Last, First`, members `First Last`.
import type { RowCells } from "./row-cells";

type MemberNameField = "name" | "firstName" | "lastName";
type ApplicantNameField = MemberNameField | "middleName" | "suffix";
const longestName = 200;

/** `First Last`. A `name` column wins; it is kept as the file writes it. */
export function memberName(cells: Pick<RowCells<MemberNameField>, "text">): string | undefined {
  const whole = cells.text("name", longestName);
  if (whole) return whole;
  const [first, last] = [cells.text("firstName", longestName / 2 - 1), cells.text("lastName", longestName / 2 - 1)];
  return joined(" ", first, last);
}

/** `Last, First Middle, Suffix`, so that a list by name is one by family. A `name` column wins and may lack the suffix alone. */
export function applicantName(cells: Pick<RowCells<ApplicantNameField>, "text">): string | undefined {
  const suffix = cells.text("suffix", 20);
  const whole = cells.text("name", longestName - 22);
  if (whole) return suffix && !endsWith(whole, suffix) ? `${whole}, ${suffix}` : whole;
  const given = joined(" ", cells.text("firstName", 69), cells.text("middleName", 40));
  const name = joined(", ", cells.text("lastName", 66), given);
  return name && joined(", ", name, suffix);
}

function joined(by: string, ...parts: readonly (string | undefined)[]): string | undefined {
  const said = parts.filter(Boolean);
  return said.length > 0 ? said.join(by) : undefined;
}

/** `Smith Jr, John` and `Smith, John, Jr.` have theirs. */
function endsWith(name: string, suffix: string): boolean {
  const bare = (word: string) => word.replace(/\./g, "").toLowerCase();
  return name.split(/[\s,]+/).some((word) => bare(word) === bare(suffix));
}
