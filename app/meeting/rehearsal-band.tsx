// Over everything of a rehearsal, for as long as it is open: that it is one (REHEARSE-2). What pauses its practice members is fetched.
import { useEffect } from "react";
import { useMeeting } from "../meeting-store/use-meeting";
import { useOnDemand } from "./use-on-demand";

const loadControls = async () => (await import("./practice-controls")).PracticeControls;

export function RehearsalBand() {
  const isRehearsal = useMeeting(({ state }) => state.kind === "rehearsal");
  const { Part, want } = useOnDemand(loadControls);
  useEffect(() => {
    if (isRehearsal) void want();
  }, [isRehearsal, want]);
  if (!isRehearsal) return null;
  return (
    <section
      aria-label="Rehearsal"
      className="flex min-h-11 flex-wrap items-center gap-x-4 bg-flag px-4 py-1 text-surface"
    >
      <p>
        <b>REHEARSAL</b> Practice: nothing here counts.
      </p>
      {Part && <Part />}
    </section>
  );
}
