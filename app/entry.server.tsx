// Renders a page as a stream. Robots get it whole; a render that hangs is cut off; a fault is logged under the
// reference that the page shows, and without the secret of a link that lets somebody in.
import { PassThrough } from "node:stream";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { requestReference } from "./request-reference";
import { NonceContext } from "./ui/nonce";

/** How long data may keep streaming, in ms. React is given a second more to send what that leaves behind. */
export const streamTimeout = 5_000;
const renderTimeout = streamTimeout + 1_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const readyEvent = isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady";

  return new Promise((resolve, reject) => {
    let responseStatus = status;
    let isShellSent = false;

    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={loadContext.cspNonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={streamTimeout} nonce={loadContext.cspNonce} />
      </NonceContext.Provider>,
      {
        nonce: loadContext.cspNonce,
        [readyEvent]() {
          isShellSent = true;
          const body = new PassThrough();
          body.once("close", () => clearTimeout(renderTimer));
          headers.set("Content-Type", "text/html; charset=utf-8");
          if (responseStatus === 503) headers.set("Retry-After", "5");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: responseStatus }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          responseStatus = 500;
          // Faults before the shell reject above and reach handleError by themselves.
          if (isShellSent && !request.signal.aborted) loadContext.logFault(requestReference(loadContext), error);
        },
      },
    );
    const renderTimer = setTimeout(abort, renderTimeout);
  });
}

export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  // A reader who leaves is no fault, nor is asking an address for what it does not do.
  const isRefused = isRouteErrorResponse(error) && error.status < 500;
  if (!request.signal.aborted && !isRefused) context.logFault(requestReference(context), error);
}
