// A person's name from one column or from several. Applicants read `Last, First`, members `First Last`.
import type { RowCells } from "./row-cells";

type NameField = "name" | "firstName" | "lastName";
const longestName = 200;

/** A `name` column wins; it is kept as the file writes it. */
export function personName(
  cells: Pick<RowCells<NameField>, "text">,
  order: "last first" | "first last",
): string | undefined {
  const whole = cells.text("name", longestName);
  if (whole) return whole;
  const first = cells.text("firstName", longestName / 2 - 1);
  const last = cells.text("lastName", longestName / 2 - 1);
  if (!first || !last) return last ?? first;
  return order === "last first" ? `${last}, ${first}` : `${first} ${last}`;
}
