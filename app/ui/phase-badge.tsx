// The phase of a meeting, in a word with an icon.
import Archive from "lucide-react/icons/archive";
import Lock from "lucide-react/icons/lock";
import LockOpen from "lucide-react/icons/lock-open";
import type { MeetingState } from "../../domain/meeting";
import { Badge } from "./badge";

export function PhaseBadge({ phase }: { phase: MeetingState["phase"] }) {
  switch (phase) {
    case "open":
      return (
        <Badge tone="champion" icon={<LockOpen size={14} aria-hidden />}>
          Open
        </Badge>
      );
    case "locked":
      return <Badge icon={<Lock size={14} aria-hidden />}>Locked</Badge>;
    case "purged":
      return <Badge icon={<Archive size={14} aria-hidden />}>Purged</Badge>;
  }
}
