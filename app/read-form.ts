// The one way to read a form that was sent: a body that is too long, or that is no form, becomes a page that says so. Server
// only.
import { data, unstable_parseMultipartFormData } from "@remix-run/node";

/** A form of fields; a form with a file says its own. */
const fieldsOnly = 64 * 1024;

/** @throws a response, for the page around: 413 or 400. */
export async function readForm(request: Request, { maxBytes = fieldsOnly } = {}): Promise<FormData> {
  if (Number(request.headers.get("Content-Length") ?? 0) > maxBytes) throw data(null, { status: 413 });
  try {
    return await request.formData();
  } catch {
    throw data(null, { status: 400 });
  }
}

/** A field's text; empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

export interface UploadedFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * A form with one file of megabytes, read piece by piece: nothing of it is held twice. The file is null where there is none.
 * @throws a response, for the page around: 413 or 400.
 */
export async function readUploadForm(
  request: Request,
  { maxBytes }: { maxBytes: number },
): Promise<{ form: FormData; file: UploadedFile | null }> {
  if (Number(request.headers.get("Content-Length") ?? 0) > maxBytes + fieldsOnly) throw data(null, { status: 413 });
  let file: UploadedFile | null = null;
  let size = 0;
  try {
    const form = await unstable_parseMultipartFormData(request, async ({ filename, data: pieces }) => {
      const parts: Uint8Array[] = [];
      let length = 0;
      for await (const piece of pieces) {
        size += piece.length;
        length += piece.length;
        if (size > maxBytes + fieldsOnly) throw new TooLong();
        parts.push(piece);
      }
      const bytes = Buffer.concat(parts, length);
      if (!filename) return bytes.toString("utf8");
      file ??= { name: filename, bytes };
      return undefined;
    });
    return { form, file };
  } catch (error) {
    throw data(null, { status: error instanceof TooLong ? 413 : 400 });
  }
}

class TooLong extends Error {}
