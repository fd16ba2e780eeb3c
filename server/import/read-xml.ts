// XML as events, as it is unpacked. No document type is taken, so there are no entities to expand and nothing to fetch from
// anywhere (IMPORT-7).
import { SaxesParser } from "saxes";
import { mostElements, tooMuch } from "./limits";
import { FileRefused } from "./zip-archive";

export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const damaged = "is damaged: what is inside cannot be read. Save it again as XLSX, or as CSV.";

/** Names come without their prefix. @throws FileRefused, and whatever the listener throws. */
export async function readXml(chunks: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser({ position: false });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  parser.on("doctype", () => {
    throw new FileRefused("declares a document type, which no spreadsheet does. Save it again as XLSX, or as CSV.");
  });
  let elements = 0;
  parser.on("opentag", ({ name, attributes }) => {
    elements++;
    if (elements > mostElements) throw new FileRefused(tooMuch);
    listener.open?.(local(name), attributes as Record<string, string>);
  });
  parser.on("text", (text) => listener.text?.(text));
  parser.on("cdata", (text) => listener.text?.(text));
  parser.on("closetag", ({ name }) => listener.close?.(local(name)));
  parser.on("error", () => {
    throw new FileRefused(damaged);
  });
  try {
    for await (const chunk of chunks) parser.write(decoder.decode(chunk, { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (error) {
    // Bytes that are no UTF-8.
    throw error instanceof TypeError ? new FileRefused(damaged) : error;
  }
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);
