// A page that failed, in calm words. Never shows a message or a stack of the program's own.
import { createPath, isRouteErrorResponse, useLocation } from "@remix-run/react";
import { buttonStyle } from "./button-style";
import { failureWords } from "./failure-words";
import { NarrowPage } from "./page";

/** Anything that is no answer with a status is our fault. */
export const failureStatus = (error: unknown): number => (isRouteErrorResponse(error) ? error.status : 500);

export function FailurePage({ error, reference }: { error: unknown; reference?: string }) {
  const words = failureWords(failureStatus(error));
  const here = createPath(useLocation());
  return (
    <NarrowPage title={words.title}>
      <p>{words.say}</p>
      <p>{words.todo}</p>
      {words.isLogged && reference && (
        <p className="text-muted">
          Reference <code className="tabular text-ink">{reference}</code>
        </p>
      )}
      {/* Plain links: what failed may be the scripts. */}
      <p className="flex flex-wrap gap-2">
        {words.isLogged && (
          <a href={here} className={buttonStyle("primary")}>
            Reload
          </a>
        )}
        <a href="/" className={buttonStyle(words.isLogged ? "quiet" : "primary")}>
          To my meetings
        </a>
      </p>
    </NarrowPage>
  );
}
