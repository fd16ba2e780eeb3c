// In the band of a rehearsal: the practice members pause, or go on; and the page where it is thrown away.
import { Link, useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { useMeeting } from "../meeting-store/use-meeting";
import type { loader } from "../routes/meeting-rehearsal";

const control = "inline-flex min-h-9 items-center underline pointer-coarse:min-h-11";

export function PracticeControls() {
  const path = useMeeting(({ state }) => `/meetings/${state.id}/rehearsal`);
  const look = useFetcher<typeof loader>();
  const change = useFetcher();
  const { load } = look;
  useEffect(() => load(path), [load, path]);
  const rehearsal = look.data?.page.rehearsal;
  return (
    <>
      {rehearsal && (
        <change.Form method="post" action={path}>
          <button
            type="submit"
            name="intent"
            value={rehearsal.isPaused ? "goOn" : "pause"}
            disabled={change.state !== "idle"}
            className={control}
          >
            {rehearsal.isPaused ? "Let the practice members go on" : "Pause the practice members"}
          </button>
        </change.Form>
      )}
      <Link to={path} aria-label="About this rehearsal" className={control}>
        About
      </Link>
    </>
  );
}
