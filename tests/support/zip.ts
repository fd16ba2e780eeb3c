// ZIP archives for tests, honest or not: what an entry says of its size may be a lie.
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipPart {
  name: string;
  bytes: Buffer | string;
  /** What the archive says it unpacks to; the truth where nothing is said. */
  declaredSize?: number;
  isStored?: boolean;
}

export function aZip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, declaredSize, isStored } of parts) {
    const raw = Buffer.from(bytes as string);
    const packed = isStored ? raw : deflateRawSync(raw);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x0800, 2);
    head.writeUInt16LE(isStored ? 0 : 8, 4);
    head.writeUInt32LE(crcOf(raw), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(declaredSize ?? raw.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), head, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), head, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, index, Buffer.from("PK\x05\x06", "latin1"), end]);
}

/** Only newer versions of Node bring one. */
function crcOf(bytes: Buffer): number {
  if (typeof crc32 === "function") return crc32(bytes);
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ -1) >>> 0;
}

/** A workbook of one sheet, from its XML. */
export function aWorkbook(sheet: Buffer | string, more: readonly ZipPart[] = [], workbook = workbookXml): Buffer {
  return aZip([
    { name: "xl/workbook.xml", bytes: workbook },
    { name: "xl/_rels/workbook.xml.rels", bytes: relationsXml },
    { name: "xl/worksheets/sheet1.xml", bytes: sheet },
    ...more,
  ]);
}

export const sheetXml = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
export const inlineCell = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;

const workbookXml = `<workbook xmlns:r="r"><sheets><sheet name="Applicants" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const relationsXml = `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`;
