// The protected columns of a file of applicants, read for the equity check and nothing else (EQUITY-1), and only where the season's
// director has turned that on: whoever calls has asked. What comes out is groups, so that no date of birth and no country is kept.
import type { EquityCells } from "../../db/equity-facts";
import {
  ageBand,
  citizenshipGroup,
  type EquityField,
  equityFields,
  GROUP_MAX,
  genderGroup,
} from "../../domain/equity-facts";
import { oneLine } from "./clean-text";
import { type DateOrder, dateIn, dateOrderOf } from "./dates";
import { equityFieldOf } from "./headers";
import { isEmpty } from "./row-cells";
import type { Table } from "./table";

/** With the ids by which its applicant is known. */
export interface EquityOfApplicant extends EquityCells {
  aamcId: string | undefined;
  nrmpId: string | undefined;
}

/** Of every row, also where the file says nothing: a blank cell overrides what was kept before. */
export function readEquityColumns(
  { headers, rows }: Pick<Table, "headers" | "rows">,
  matchYear: number,
): EquityCells[] {
  const fields = headers.map(equityFieldOf);
  const known = equityFields.filter((field) => fields.includes(field));
  if (known.length === 0) return [];
  const birthDates = rows.flatMap(({ cells }) => cells.filter((_, at) => fields[at] === "age"));
  const order = dateOrderOf(birthDates);
  return rows.map(({ row, cells }) => ({
    row,
    facts: Object.fromEntries(
      known.map((field) => {
        const said = cells.filter((_, at) => fields[at] === field).map(oneLine);
        return [field, groupIn(field, said, { matchYear, order })];
      }),
    ),
  }));
}

/** Several columns of one field, as `Race` and `Ethnicity`, are one group. */
function groupIn(
  field: EquityField,
  said: readonly string[],
  { matchYear, order }: { matchYear: number; order: DateOrder },
): string | null {
  const values = [...new Set(said.filter((cell) => !isEmpty(cell)))];
  const [first] = values;
  if (first === undefined) return null;
  if (field === "citizenship") return citizenshipGroup(first);
  if (field === "age") {
    const born = dateIn(order)(first);
    return "value" in born ? ageBand(born.value, matchYear) : null;
  }
  const group = field === "gender" ? genderGroup(first) : values.join(", ");
  return [...group].slice(0, GROUP_MAX).join("").trim();
}
