// How a workbook shows its numbers, as far as it matters to what they are: a day count shown as a date, and an id kept as a number
// that is shown with its leading zeros.
import { readXml } from "./read-xml";

export type NumberFormat = { kind: "date" } | { kind: "digits"; count: number };

/** Built-in formats that are dates; the others above 163 are the workbook's own. */
const builtInDates = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** By style number. */
export async function readNumberFormats(chunks: AsyncIterable<Uint8Array>): Promise<Map<number, NumberFormat>> {
  const own = new Map<number, NumberFormat>();
  const styles = new Map<number, NumberFormat>();
  let isInStyles = false;
  let style = 0;
  await readXml(chunks, {
    open(name, attributes) {
      if (name === "numFmt") {
        const format = formatOf(attributes.formatCode ?? "");
        if (format) own.set(Number(attributes.numFmtId), format);
      }
      if (name === "cellXfs") isInStyles = true;
      if (name !== "xf" || !isInStyles) return;
      const id = Number(attributes.numFmtId ?? 0);
      const format = own.get(id) ?? (builtInDates(id) ? ({ kind: "date" } as const) : undefined);
      if (format) styles.set(style, format);
      style++;
    },
    close(name) {
      if (name === "cellXfs") isInStyles = false;
    },
  });
  return styles;
}

function formatOf(code: string): NumberFormat | undefined {
  if (/^0{2,15}$/.test(code)) return { kind: "digits", count: code.length };
  // Without what is quoted, escaped, or in brackets (colours, locales, conditions): `[Red]0.00` is no date.
  const bare = code
    .slice(0, 200)
    .replace(/"[^"]*"|\[[^\]]*\]|\\./g, "")
    .split(";")[0];
  return bare !== undefined && /[dy]/i.test(bare) ? { kind: "date" } : undefined;
}

/** A number as people see it in the sheet. Day counts start in 1900, or in 1904 in workbooks from old Macs. */
export function numberText(value: string, format: NumberFormat | undefined, isFrom1904: boolean): string {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return value;
  if (format?.kind === "date") return dateText(number, isFrom1904) ?? value;
  // Sheets keep 17 digits of a fraction and show 15: 3.3 is stored as 3.2999999999999998.
  const text = Number.isInteger(number) ? BigInt(number).toString() : String(Number(number.toPrecision(15)));
  return format?.kind === "digits" && /^\d+$/.test(text) ? text.padStart(format.count, "0") : text;
}

const day = 24 * 60 * 60 * 1000;
/** Day 0 of a count that has a 29 February 1900, which there was not: right from March 1900 on. */
const from1900 = Date.UTC(1899, 11, 30);
const from1904 = Date.UTC(1904, 0, 1);

/** ISO, without the time of day. Undefined for what is no day between 1900 and 9999. */
function dateText(count: number, isFrom1904: boolean): string | undefined {
  const whole = Math.floor(count);
  if (whole < 1 || whole > 2_950_000) return undefined;
  return new Date((isFrom1904 ? from1904 : from1900) + whole * day).toISOString().slice(0, 10);
}
