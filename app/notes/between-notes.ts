// From one page of a notes inbox to the next nothing is asked of the server, so that it works without a connection: the inbox came
// whole. Used by its route and by the root, which would ask otherwise.
import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

const inboxOf = ({ pathname }: URL): string | undefined => pathname.match(/^\/seasons\/[^/]+\/notes(?=\/|$)/)?.[0];

export function revalidatesNotes({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  const inbox = inboxOf(nextUrl);
  const isWithin = inbox !== undefined && inbox === inboxOf(currentUrl) && formMethod === undefined;
  return isWithin && currentUrl.pathname !== nextUrl.pathname ? false : defaultShouldRevalidate;
}
