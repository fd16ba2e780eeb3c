// "Okafor, Irina → 15 (Maya Haddad)": a move that happened out of sight. Pressing it goes there; nothing else ever scrolls.
import { useSyncExternalStore } from "react";
import type { ApplicantId } from "../../../domain/ids";
import type { PillChannel } from "./pill-channel";

interface TravelPillProps {
  channel: PillChannel;
  onGo: (id: ApplicantId) => void;
}

export function TravelPill({ channel, onGo }: TravelPillProps) {
  const move = useSyncExternalStore(channel.subscribe, channel.current, () => null);
  if (!move) return null;
  return (
    <button
      type="button"
      className="absolute bottom-3 left-1/2 z-20 max-w-[calc(100%-2rem)] -translate-x-1/2 truncate rounded-full border border-control bg-surface px-4 py-2 text-meta shadow-lifted"
      onClick={() => {
        channel.dismiss();
        onGo(move.applicantId);
      }}
    >
      {move.words}
      {move.others > 0 && <span className="text-muted"> and {move.others} more</span>}
    </button>
  );
}
