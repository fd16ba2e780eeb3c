// A fetch that does not wait for ever: on a line whose packets vanish no answer comes, and no failure either.

/** What the server has to think about may take this long, in ms. */
const THINKING_MS = 20_000;

/** Rejects after `patience` ms, and when the signal that was given says so; the answer's body is within that time too. */
export function fetchInTime(url: string, init: RequestInit = {}, patience = THINKING_MS): Promise<Response> {
  const abort = new AbortController();
  const end = () => abort.abort();
  setTimeout(end, patience);
  if (init.signal?.aborted) end();
  init.signal?.addEventListener("abort", end);
  return fetch(url, { ...init, signal: abort.signal });
}
