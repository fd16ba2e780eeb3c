// Whether this is as narrow as a phone. The server does not know, and says no.
import { useSyncExternalStore } from "react";

const phoneWidth = "(width < 40rem)";

export const usePhone = (): boolean =>
  useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(phoneWidth);
      query.addEventListener("change", onChange);
      return () => query.removeEventListener("change", onChange);
    },
    () => window.matchMedia(phoneWidth).matches,
    () => false,
  );
