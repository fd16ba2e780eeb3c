// Whether this screen follows the meeting: a full dot, a ring, or a struck ring, each with its word.
import { classNames } from "./class-names";

export type ConnectionState = "live" | "reconnecting" | "offline";

const looks: Record<ConnectionState, { word: string; dot: string }> = {
  live: { word: "Live", dot: "bg-champion border-champion" },
  reconnecting: { word: "Reconnecting…", dot: "border-flag motion-safe:animate-pulse" },
  offline: { word: "Offline", dot: "border-red struck" },
};

export const ConnectionMark = ({ state }: { state: ConnectionState }) => (
  <span className="inline-flex items-center gap-1.5 text-meta text-muted whitespace-nowrap">
    <span aria-hidden className={classNames("size-2.5 rounded-full border-2", looks[state].dot)} />
    {looks[state].word}
  </span>
);
