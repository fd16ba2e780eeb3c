// Said where a browser will not keep a session: it takes our cookie over https, or from this very machine. The browser knows
// which it is; the server, behind a proxy, may not.
import { useSyncExternalStore } from "react";

const never = () => () => {};
const isKept = () => window.isSecureContext;
const assumeKept = () => true;

export function PlainHttpNote() {
  const isSecure = useSyncExternalStore(never, isKept, assumeKept);
  if (isSecure) return null;
  return (
    <p role="alert" className="text-red">
      This page did not come over https, so your browser will not keep you signed in. Open the address that begins with
      https; your coordinator or IT department knows it.
    </p>
  );
}
