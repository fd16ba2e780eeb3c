// A ZIP archive in memory, read entry by entry within limits: what an archive says of its sizes is not trusted, and nothing is
// unpacked beyond what was allowed (IMPORT-7). For workbooks and photos.
import type { Readable as ByteStream } from "node:stream";
import yauzl from "yauzl";
import { mostEntries } from "./limits";

/** Thrown while a file is read; the message follows the file's name: `is damaged. Save it again …`. */
export class FileRefused extends Error {}

const damaged = "is damaged or was not copied whole. Save or export it again.";

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03;

export class ZipArchive {
  private unpacked = 0;

  private constructor(
    private readonly file: yauzl.ZipFile,
    private readonly entries: ReadonlyMap<string, yauzl.Entry>,
    private readonly most: number,
  ) {}

  /** `most`: bytes that may be unpacked from it altogether. @throws FileRefused */
  static async open(bytes: Buffer, most: number): Promise<ZipArchive> {
    const file = await new Promise<yauzl.ZipFile>((resolve, reject) => {
      yauzl.fromBuffer(bytes, { lazyEntries: true, strictFileNames: false }, (error, opened) =>
        error ? reject(new FileRefused(damaged)) : resolve(opened),
      );
    });
    return new ZipArchive(file, await listEntries(file), most);
  }

  /** Without folders. */
  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The entry's bytes as they are unpacked. @throws FileRefused */
  async *chunks(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name);
    if (!entry) throw new FileRefused(damaged);
    if (entry.isEncrypted()) throw new FileRefused("is protected by a password. Save it without one.");
    const stream = await this.openEntry(entry);
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        this.unpacked += chunk.length;
        if (this.unpacked > this.most) throw new FileRefused("unpacks to far more than its size; that is not taken.");
        yield chunk;
      }
    } catch (error) {
      throw error instanceof FileRefused ? error : new FileRefused(damaged);
    } finally {
      stream.destroy();
    }
  }

  /** The whole entry; undefined when it is larger than `largest`. @throws FileRefused */
  async read(name: string, largest: number): Promise<Buffer | undefined> {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of this.chunks(name)) {
      size += chunk.length;
      if (size > largest) return undefined;
      parts.push(chunk);
    }
    return Buffer.concat(parts, size);
  }

  private openEntry(entry: yauzl.Entry): Promise<ByteStream> {
    return new Promise((resolve, reject) => {
      this.file.openReadStream(entry, (error, stream) => (error ? reject(new FileRefused(damaged)) : resolve(stream)));
    });
  }
}

function listEntries(file: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  return new Promise((resolve, reject) => {
    file.on("error", () => reject(new FileRefused(damaged)));
    file.on("end", () => resolve(entries));
    file.on("entry", (entry: yauzl.Entry) => {
      if (!entry.fileName.endsWith("/")) entries.set(entry.fileName, entry);
      if (entries.size > mostEntries) return reject(new FileRefused(`holds more than ${mostEntries} files.`));
      file.readEntry();
    });
    if (file.entryCount > mostEntries) return reject(new FileRefused(`holds more than ${mostEntries} files.`));
    file.readEntry();
  });
}
