// The one way to read a form that was sent: a body that is too long, or that is no form, becomes a page that says so. Server
// only.
import { data } from "@remix-run/node";

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
