// What a viewer may see, as a token to compare when they come back: it holds nothing they could read.
import { createHash } from "node:crypto";
import { type View, viewKey } from "../domain/redact";

export const viewToken = (view: View): string =>
  createHash("sha256").update(viewKey(view)).digest("base64url").slice(0, 22);
