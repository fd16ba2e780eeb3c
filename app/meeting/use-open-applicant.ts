// Whose file is open, kept in the address, so that it can be shared and the browser's Back closes it.
import { useLocation, useNavigate, useSearchParams } from "@remix-run/react";
import { useCallback } from "react";

interface OpenApplicant {
  applicantId: string | null;
  open: (applicantId: string) => void;
  close: () => void;
}

/** Of an entry that was put above the list's own. */
const overList = { isOverList: true };

export function useOpenApplicant(): OpenApplicant {
  const [params, setParams] = useSearchParams();
  const isOverList = useLocation().state?.isOverList === true;
  const navigate = useNavigate();
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
        {
          preventScrollReset: true,
          replace: applicantId !== null,
          state: applicantId === null || isOverList ? overList : null,
        },
      ),
    [setParams, applicantId, isOverList],
  );
  const close = useCallback(() => {
    // Closed in any way it leaves no step of Back without effect.
    if (isOverList) navigate(-1);
    else
      setParams(
        (known) => {
          const next = new URLSearchParams(known);
          next.delete("applicant");
          return next;
        },
        { preventScrollReset: true, replace: true },
      );
  }, [setParams, navigate, isOverList]);
  return { applicantId, open, close };
}
