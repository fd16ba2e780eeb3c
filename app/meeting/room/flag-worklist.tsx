// The hosts' worklist: flags that nobody has verified or dismissed, oldest first. Until then none of them counts.
import { isOpenFlag } from "../../../domain/marks";
import { useMeeting } from "../../meeting-store/use-meeting";
import { FlagNote } from "../drawer/flag-note";
import { useReader } from "../drawer/use-reader";
import { nameIn, standingIn } from "../move-words";
import { useMay } from "../use-may";

export function FlagWorklist({ onOpen }: { onOpen: (applicantId: string) => void }) {
  const state = useMeeting((snapshot) => snapshot.state);
  const reader = useReader();
  const isHosting = useMay("verifyFlag");
  const waiting = Object.values(state.flags)
    .filter((flag) => isOpenFlag(flag) && state.applicants[flag.applicantId]?.withdrawn === false)
    .sort((one, other) => (one.at < other.at ? -1 : 1));
  if (!isHosting || state.phase === "locked" || waiting.length === 0) return null;
  return (
    <details className="border-b border-hairline p-4 last:border-b-0">
      <summary className="min-h-9 cursor-pointer font-bold pointer-coarse:min-h-11">
        {waiting.length === 1 ? "1 flag waits" : `${waiting.length} flags wait`} for verification
      </summary>
      <ul aria-label="Flags that wait for verification">
        {waiting.map((flag) => (
          <li key={flag.id} className="border-b border-hairline pt-2 last:border-b-0">
            <button
              type="button"
              className="min-h-9 text-left underline pointer-coarse:min-h-11"
              onClick={() => onOpen(flag.applicantId)}
            >
              {nameIn(state, flag.applicantId)}
              <span className="tabular text-meta text-muted"> {standingIn(state, flag.applicantId).rank ?? ""}</span>
            </button>
            <ul>
              <FlagNote flag={flag} state={state} reader={reader} />
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}
