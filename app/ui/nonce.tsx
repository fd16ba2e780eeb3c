// The Content-Security-Policy nonce, for the few parts that must write an inline script or style.
import { createContext, useContext } from "react";

/** Empty in the browser: it hides the attribute, so hydration finds the same emptiness. */
export const NonceContext = createContext("");

export const useNonce = (): string => useContext(NonceContext);

/** For libraries that add a <style> in the browser (drag and drop): the attribute is hidden, the property is not. */
export function pageNonce(): string | undefined {
  if (typeof document === "undefined") return undefined;
  return document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce || undefined;
}
