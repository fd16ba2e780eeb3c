// The rank order list as a download, or the sentence that says why there is none. Server only. Never cached: the next
// reader of the same browser may be somebody who must not see it.
import type { AppLoadContext } from "@remix-run/node";
import type { RankListFormat } from "../../server/load-context";

const never = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };

export const sentenceResponse = (status: number, sentence: string): Response =>
  new Response(`${sentence}\n`, { status, headers: { ...never, "Content-Type": "text/plain; charset=utf-8" } });

/** A file is fetched by a click or a script, not read as a page: being signed out is answered in words, not by a redirect. */
export async function rankListResponse(
  context: AppLoadContext,
  meetingId: string | undefined,
  format: RankListFormat,
): Promise<Response> {
  if (!context.person) {
    return sentenceResponse(401, "Sign in first, then open this address again.");
  }
  const file = await context.meetings.rankListFile(meetingId ?? "", context.person.id, format);
  if (!file.ok) return sentenceResponse(file.status, file.message);
  const body = typeof file.content === "string" ? file.content : new Uint8Array(file.content);
  return new Response(body, {
    headers: {
      ...never,
      "Content-Type": file.contentType,
      "Content-Disposition": `attachment; filename="${file.fileName}"`,
    },
  });
}
