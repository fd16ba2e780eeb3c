// After the lock: the version, who signed it, its fingerprint, and the files to take.
import Download from "lucide-react/icons/download";
import Lock from "lucide-react/icons/lock";
import { useMeeting } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { buttonStyle } from "../../ui/button-style";
import { Sheet } from "../../ui/dialog";
import { Moment } from "../drawer/moment";
import { hashGroups } from "./signature";

const files = [
  ["r3.txt?id=aamc", "R3 file, AAMC IDs"],
  ["r3.txt?id=nrmp", "R3 file, NRMP IDs"],
  ["rank-list.csv", "CSV"],
  ["rank-list.xlsx", "Excel"],
] as const;

export function LockedPanel({ onDone }: { onDone: () => void }) {
  const state = useMeeting((snapshot) => snapshot.state);
  const lock = state.locks.at(-1);
  const isWithheld = Boolean(state.withheldCount);
  if (!lock) return null;
  const by = lock.by === null ? undefined : state.members[lock.by]?.name;
  return (
    <Sheet
      isOpen
      title={`Locked: version ${lock.version}`}
      onClose={onDone}
      actions={
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      }
    >
      <p className="flex gap-2">
        <Lock size={16} className="mt-0.5 shrink-0" aria-hidden />
        <span>
          {by && `${by} · `}
          <Moment at={lock.at} />
          {lock.reason && <span className="block text-muted">{lock.reason}</span>}
        </span>
      </p>
      <p>
        <strong>Locked here is not certified in R3:</strong> certify it in R3 before the deadline.
      </p>
      {lock.sha256 ? (
        <div>
          <h3 className="text-meta text-muted">SHA-256 of this version's list</h3>
          <code className="block [word-spacing:0.5em]">{hashGroups(lock.sha256).join(" ")}</code>
        </div>
      ) : (
        <p className="text-muted">
          You are recused from somebody on the list, so its fingerprint is withheld from you.
        </p>
      )}
      {isWithheld ? (
        <p className="text-muted">The files name everybody, so somebody who is not recused has to take them.</p>
      ) : (
        <div>
          <h3 className="text-meta text-muted">Files</h3>
          <p className="mt-1 flex flex-wrap gap-2">
            {files.map(([path, label]) => (
              // A refusal comes as a sentence: in a tab of its own it does not take the meeting away.
              <a
                key={path}
                href={`/meetings/${state.id}/${path}`}
                target="_blank"
                rel="noopener"
                className={buttonStyle()}
              >
                <Download size={16} aria-hidden />
                {label}
              </a>
            ))}
          </p>
        </div>
      )}
    </Sheet>
  );
}
