// A file of an import as a download, or a photo, or the sentence that says why there is none. Server only.
import type { FileAnswer } from "../../server/context/imports";
import { sentenceResponse } from "../rank-list/file-response";

export function importFileResponse(file: FileAnswer, disposition: "attachment" | "inline"): Response {
  if (!file.ok) return sentenceResponse(file.status, file.message);
  const body = typeof file.content === "string" ? file.content : new Uint8Array(file.content);
  return new Response(body, {
    headers: {
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Content-Type": file.contentType,
      "Content-Disposition": `${disposition}; filename="${file.fileName}"`,
    },
  });
}
