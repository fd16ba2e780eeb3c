// Files that nobody should send, by name, and what is said of each. Made anew each time: they are large.
import { aWorkbook, aZip, inlineCell, sheetXml } from "./zip";

const megabyte = 1024 * 1024;
const heading = `<row r="1">${inlineCell("A1", "AAMC ID")}${inlineCell("B1", "Applicant Name")}</row>`;

const externalEntity = `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>`;
const laughs = `<!DOCTYPE a [<!ENTITY a0 "ha">${Array.from({ length: 12 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join("")}]>`;

export const hostileFiles: Readonly<Record<string, { make(): Buffer; said: RegExp }>> = {
  "a zip bomb of a workbook": {
    make: () => aWorkbook(Buffer.concat([Buffer.from("<worksheet>"), Buffer.alloc(120 * megabyte, 32)])),
    said: /unpacks to far more/,
  },
  "a zip bomb that lies about its size": {
    make: () =>
      aZip([
        { name: "xl/workbook.xml", bytes: Buffer.alloc(60 * megabyte, 32), declaredSize: 100 },
        { name: "xl/_rels/workbook.xml.rels", bytes: "<Relationships/>" },
      ]),
    said: /is damaged|unpacks to far more/,
  },
  "a zip bomb of shared text": {
    make: () =>
      aWorkbook(sheetXml(heading), [
        { name: "xl/sharedStrings.xml", bytes: `<sst>${"<si><t>a</t></si>".repeat(600_000)}</sst>` },
      ]),
    said: /far more than 5,000/,
  },
  "a million rows of CSV": {
    make: () => Buffer.from(`AAMC ID,Applicant Name\n${"10019016,Last First\n".repeat(1_000_000)}`),
    said: /more than 5,000 rows/,
  },
  "a million rows of XLSX": {
    make: () => aWorkbook(sheetXml(heading + "<row><c><v>10019016</v></c><c><v>1</v></c></row>".repeat(1_000_000))),
    said: /more than 5,000 rows/,
  },
  "a million empty rows of XLSX": {
    make: () => aWorkbook(sheetXml(heading + "<row/>".repeat(2_000_000))),
    said: /far more than 5,000/,
  },
  "20 MB of separators": {
    make: () => Buffer.from(`AAMC ID,Applicant Name\n${",".repeat(19 * megabyte)}`),
    said: /more than 500 columns/,
  },
  "20 MB of open quotes": {
    make: () => Buffer.from(`AAMC ID,Applicant Name\n${'"a"b\n'.repeat(3_900_000)}`),
    said: /broken quotes/,
  },
  "a sheet with external entities": {
    make: () => aWorkbook(`${externalEntity}${sheetXml(`<row r="1"><c t="str"><v>&x;</v></c></row>`)}`),
    said: /document type/,
  },
  "billion laughs": {
    make: () => aWorkbook(sheetXml(heading), [], `${laughs}<workbook><sheets>&a12;</sheets></workbook>`),
    said: /document type/,
  },
  "an entity without a document type": {
    make: () => aWorkbook(sheetXml(`<row r="1"><c t="str"><v>&x;</v></c></row>`)),
    said: /is damaged/,
  },
  "a renamed program": {
    make: () => Buffer.concat([Buffer.from("MZ\x90\x00\x03", "latin1"), Buffer.alloc(200_000, 1)]),
    said: /not a text file/,
  },
  "a renamed Linux program": {
    make: () => Buffer.concat([Buffer.from("\x7fELF", "latin1"), Buffer.alloc(200_000, 1)]),
    said: /is a program/,
  },
  "a truncated workbook": {
    make: () => {
      const whole = aWorkbook(sheetXml(heading));
      return whole.subarray(0, Math.floor(whole.length * 0.6));
    },
    said: /is damaged/,
  },
  "a workbook whose sheet is cut short": {
    make: () => aWorkbook(sheetXml(heading).slice(0, -30)),
    said: /is damaged/,
  },
  "a file over 20 MB": { make: () => Buffer.alloc(20 * megabyte + 1, 65), said: /larger than 20 MB/ },
};
