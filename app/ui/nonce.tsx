// The Content-Security-Policy nonce, for the few parts that must write an inline script or style.
import { createContext, useContext } from "react";

/** Empty in the browser: it hides the attribute, so hydration finds the same emptiness. */
export const NonceContext = createContext("");

export const useNonce = (): string => useContext(NonceContext);

// Read as soon as there is a page: where somebody has altered it, React writes it anew, and then no script has one any more.
const ofThisPage =
  typeof document === "undefined" ? undefined : document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;

/** For libraries that add a <style> in the browser (drag and drop): the attribute is hidden, the property is not. */
export const pageNonce = (): string | undefined => ofThisPage || undefined;
