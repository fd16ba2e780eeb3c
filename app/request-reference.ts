// The short reference of one request: the log and the failure page name the same one. Server only.
import { randomBytes } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";

const references = new WeakMap<AppLoadContext, string>();

/** Eight hex digits, the same for every asker during one request. */
export function requestReference(context: AppLoadContext): string {
  const known = references.get(context);
  if (known !== undefined) return known;
  const reference = randomBytes(4).toString("hex");
  references.set(context, reference);
  return reference;
}
