// A page that failed, in calm words. Never shows a message or a stack of the program's own.
import { createPath, isRouteErrorResponse, useLocation } from "@remix-run/react";
import { useState } from "react";
import { buttonStyle } from "./button-style";
import { failureWords, refusedWords } from "./failure-words";
import { NarrowPage } from "./page";
import { typedText } from "./typed-text";

/** Why a request was refused, where the server said it: what is set up wrong is mended by whoever reads it. */
const refusalOf = (error: unknown): string | undefined =>
  isRouteErrorResponse(error) && error.status === 403 && typeof error.data === "string" && error.data.trim() !== ""
    ? error.data
    : undefined;

/** Anything that is no answer with a status is our fault. */
export const failureStatus = (error: unknown): number => (isRouteErrorResponse(error) ? error.status : 500);

export function FailurePage({ error, reference }: { error: unknown; reference?: string }) {
  const refusal = refusalOf(error);
  const words = refusal === undefined ? failureWords(failureStatus(error)) : refusedWords(refusal);
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
      <TypedBack />
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

/** What was typed on the page that is gone, to be copied. */
function TypedBack() {
  const [typed] = useState(typedText);
  if (typed.length === 0) return null;
  return (
    <section aria-labelledby="typed" className="flex flex-col gap-2">
      <h2 id="typed" className="font-bold">
        What you typed there
      </h2>
      <p className="text-meta text-muted">Copy what you need before you go on.</p>
      <dl className="flex flex-col gap-2">
        {typed.map(({ label, text }) => (
          <div key={label}>
            <dt className="text-meta text-muted">{label}</dt>
            <dd className="break-words whitespace-pre-wrap select-text">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
