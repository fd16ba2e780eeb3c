// What stays true for as long as it is: my recusals, and that locked here is not certified.

import Info from "lucide-react/icons/info";
import Lock from "lucide-react/icons/lock";
import type { ReactNode } from "react";
import { currentVersion } from "../../domain/meeting";
import { useMeeting } from "../meeting-store/use-meeting";

export function StandingNotes() {
  const withheld = useMeeting(({ state }) => state.withheldCount ?? 0);
  const isLocked = useMeeting(({ state }) => state.phase === "locked");
  const version = useMeeting(({ state }) => currentVersion(state));
  if (!isLocked && withheld === 0) return null;
  return (
    <aside aria-label="Standing notes">
      {isLocked && (
        <Note icon={<Lock size={14} aria-hidden />}>
          Locked v{version}. Locked here, not certified in R3: the list counts when the program director certifies it
          there.
        </Note>
      )}
      {withheld > 0 && (
        <Note icon={<Info size={14} aria-hidden />}>
          You are recused from {withheld} {withheld === 1 ? "applicant" : "applicants"}. Your list and its rank numbers
          leave {withheld === 1 ? "that applicant" : "them"} out.
        </Note>
      )}
    </aside>
  );
}

const Note = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <p className="flex items-center gap-2 border-b border-hairline bg-middle-tint px-4 py-1.5 text-meta text-ink">
    <span className="shrink-0">{icon}</span>
    {children}
  </p>
);
