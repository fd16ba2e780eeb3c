// A trail as a page or as a file, for a program and for the installation. Server only.
import { type AppLoadContext, data } from "@remix-run/node";
import { sentenceResponse } from "../rank-list/file-response";
import { requirePerson } from "../sign-in/require-person";
import { readAskedEntries } from "./audit-filter";

/** @throws a response: to sign in, or 404 for a trail that is not theirs. */
export async function loadAuditPage(request: Request, context: AppLoadContext, programId: string | null) {
  const person = requirePerson(request, context);
  const { filter, before, problem } = readAskedEntries(new URL(request.url).searchParams);
  const page = await context.audit.open(programId, person.id, filter, before);
  if (!page) throw data(null, { status: 404 });
  return { person, page, filter, problem, isOlder: before !== undefined };
}

/** Streamed: a trail of years is never in memory whole. */
export async function auditFileResponse(
  request: Request,
  context: AppLoadContext,
  programId: string | null,
): Promise<Response> {
  if (!context.person) return sentenceResponse(401, "Sign in first, then open this address again.");
  const { filter } = readAskedEntries(new URL(request.url).searchParams);
  const file = await context.audit.file(programId, context.person.id, filter);
  if (!file.ok) return sentenceResponse(file.status, file.message);
  return new Response(streamOf(file.lines), {
    headers: {
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${file.fileName}"`,
    },
  });
}

function streamOf(lines: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = lines[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
