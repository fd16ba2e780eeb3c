// Bytes of season files become text whatever the spreadsheet saved them as; anything else is refused with a sentence.
import fc from "fast-check";
import { expect, test } from "vitest";
import { decode } from "../../server/import/decode";

const text = 'AAMC ID,Applicant Name\r\n10019016,"García, Zoë"\r\n';
const utf16le = (value: string) => Buffer.from(value, "utf16le");
const utf16be = (value: string) => Buffer.from(value, "utf16le").swap16();

test.each([
  ["UTF-8", Buffer.from(text)],
  ["UTF-8 with a byte-order mark", Buffer.from(`\uFEFF${text}`)],
  ["UTF-16 LE with a mark", utf16le(`\uFEFF${text}`)],
  ["UTF-16 BE with a mark", utf16be(`\uFEFF${text}`)],
  ["UTF-16 LE without a mark", utf16le(text)],
  ["UTF-16 BE without a mark", utf16be(text)],
])("%s reads as the same text, without the mark", (_, bytes) => {
  expect(decode(bytes)).toEqual({ ok: true, text, notes: [] });
});

test("bytes that are no UTF-8 are read as Windows-1252, and a note asks to check the accents", () => {
  const decoded = decode(Buffer.from("Name\r\nGarc\xeda \x80\r\n", "latin1"));
  expect(decoded).toMatchObject({ ok: true, text: "Name\r\nGarcía €\r\n" });
  expect(decoded).toHaveProperty("notes", [expect.stringContaining("Windows-1252")]);
});

test.each([
  ["a workbook", Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), Buffer.alloc(100)]), "Excel workbook"],
  ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), "old Excel"],
  ["a Linux program", Buffer.concat([Buffer.from("\x7fELF", "latin1"), Buffer.alloc(100)]), "program"],
  ["a Windows program", Buffer.concat([Buffer.from("MZ\x90", "latin1"), Buffer.alloc(500)]), "not a text file"],
  ["nothing but zeros", Buffer.alloc(1000), "not a text file"],
  ["an empty file", Buffer.alloc(0), "is empty"],
  ["blank lines", Buffer.from("\r\n\r\n"), "is empty"],
  ["a file over 20 MB", Buffer.alloc(20 * 1024 * 1024 + 1, 65), "limit is 20 MB"],
])("%s is refused with a sentence", (_, bytes, words) => {
  expect(decode(bytes)).toEqual({ ok: false, message: expect.stringContaining(words) });
});

test("any bytes give text or a sentence, never an exception", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      const decoded = decode(bytes);
      return decoded.ok ? !decoded.text.startsWith("\uFEFF") : decoded.message.length > 0;
    }),
  );
});
