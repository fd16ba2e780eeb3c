// Whose file is open, kept in the address, so that it can be shared and the browser's Back closes it.
import { useSearchParams } from "@remix-run/react";
import { useCallback } from "react";

interface OpenApplicant {
  applicantId: string | null;
  open: (applicantId: string) => void;
  close: () => void;
}

export function useOpenApplicant(): OpenApplicant {
  const [params, setParams] = useSearchParams();
  const applicantId = params.get("applicant");

  const open = useCallback(
    (id: string) =>
      setParams(
        (known) => {
          const next = new URLSearchParams(known);
          next.set("applicant", id);
          return next;
        },
        // From one file to the next is one step back, not twenty.
        { preventScrollReset: true, replace: applicantId !== null },
      ),
    [setParams, applicantId],
  );
  const close = useCallback(
    () =>
      setParams(
        (known) => {
          const next = new URLSearchParams(known);
          next.delete("applicant");
          return next;
        },
        { preventScrollReset: true, replace: true },
      ),
    [setParams],
  );
  return { applicantId, open, close };
}
