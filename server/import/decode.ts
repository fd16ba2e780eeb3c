// Turns a file's bytes into text: UTF-8, UTF-16 (with or without a byte-order mark) or Windows-1252.
// Promises text without a byte-order mark, or a sentence saying why the file cannot be one of ours.
import iconv from "iconv-lite";
import { largestFile } from "./limits";
import { type Readable, refusal } from "./reading";

const saveAsCsv = "In the spreadsheet choose Save As, “CSV UTF-8”, and import that file.";

const binaryKinds: readonly { magic: readonly number[]; what: string }[] = [
  { magic: [0x50, 0x4b, 0x03, 0x04], what: `is an Excel workbook or a ZIP archive, not text. ${saveAsCsv}` },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], what: `is an old Excel or Word file, not text. ${saveAsCsv}` },
  { magic: [0x25, 0x50, 0x44, 0x46], what: "is a PDF, not text. Export the table as CSV and import that file." },
  { magic: [0x7f, 0x45, 0x4c, 0x46], what: "is a program, not text. Choose the CSV export." },
  { magic: [0x1f, 0x8b], what: "is compressed (gzip), not text. Unpack it and import the CSV inside." },
  { magic: [0x89, 0x50, 0x4e, 0x47], what: "is a picture, not text. Choose the CSV export." },
];

/** The text of a file, and a note when its encoding had to be guessed. */
export function decode(bytes: Uint8Array): Readable<{ text: string; notes: string[] }> {
  if (bytes.length > largestFile) {
    const megabytes = Math.ceil(bytes.length / 1024 / 1024);
    return refusal(`is too large (${megabytes} MB; the limit is 20 MB). Export fewer columns or fewer applicants.`);
  }
  const kind = binaryKinds.find(({ magic }) => magic.every((byte, at) => bytes[at] === byte));
  if (kind) return refusal(kind.what);

  const { text, notes } = decodeAs(bytes);
  if (looksBinary(text)) return refusal(`is not a text file. ${saveAsCsv}`);
  if (text.trim() === "") return refusal("is empty. Export it again with at least the heading and one row.");
  return { ok: true, text, notes };
}

function decodeAs(bytes: Uint8Array): { text: string; notes: string[] } {
  const utf16 = utf16Kind(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), notes: [] };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), notes: [] };
  } catch {
    // Excel's plain "CSV" on Windows. Every byte means something in it, so a wrong guess shows only in the accents.
    const text = iconv.decode(Buffer.from(bytes), "win1252");
    return { text, notes: ["It is not UTF-8 and was read as Windows-1252: check the accents in names."] };
  }
}

/** By byte-order mark, else by where the zero bytes of ASCII letters stand: the heading is always mostly ASCII. */
function utf16Kind(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, 512);
  let evenZeros = 0;
  let oddZeros = 0;
  sample.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) evenZeros++;
    else oddZeros++;
  });
  const many = sample.length * 0.35;
  const few = sample.length * 0.02;
  if (oddZeros > many && evenZeros <= few) return "utf-16le";
  if (evenZeros > many && oddZeros <= few) return "utf-16be";
  return undefined;
}

/** A stray control character may sit in a name; a file full of them is a program or a picture. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 65_536);
  let controls = 0;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32)) controls++;
  }
  return controls > Math.max(3, sample.length * 0.02);
}
