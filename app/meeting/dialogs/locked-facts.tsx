// A locked version: who locked it and when, its fingerprint, and the files to take.
import Download from "lucide-react/icons/download";
import Lock from "lucide-react/icons/lock";
import type { LockVersion } from "../../../domain/meeting";
import { maySee } from "../../../domain/policy";
import { useMeeting } from "../../meeting-store/use-meeting";
import { buttonStyle } from "../../ui/button-style";
import { Moment } from "../../ui/moment";
import { hashGroups } from "./signature";

const files = [
  ["r3.txt?id=aamc", "R3 file, AAMC IDs"],
  ["r3.txt?id=nrmp", "R3 file, NRMP IDs"],
  ["rank-list.csv", "CSV"],
  ["rank-list.xlsx", "Excel"],
] as const;

export function LockedFacts({ lock }: { lock: LockVersion }) {
  const by = useMeeting(({ state }) => (lock.by === null ? undefined : state.members[lock.by]?.name));
  const takesFiles = useMeeting(({ state, memberId }) => {
    const role = state.members[memberId]?.role;
    return role !== undefined && maySee(role, "rankListFile");
  });
  return (
    <>
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
      <Fingerprint sha256={lock.sha256} />
      {takesFiles && <Files />}
    </>
  );
}

const Fingerprint = ({ sha256 }: { sha256?: string }) =>
  sha256 ? (
    <div>
      <h3 className="text-meta text-muted">SHA-256 of this version's list</h3>
      <code className="block [word-spacing:0.5em]">{hashGroups(sha256).join(" ")}</code>
    </div>
  ) : (
    <p className="text-muted">You are recused from somebody on the list, so its fingerprint is withheld from you.</p>
  );

function Files() {
  const meetingId = useMeeting(({ state }) => state.id);
  const isWithheld = useMeeting(({ state }) => Boolean(state.withheldCount));
  if (isWithheld) {
    return <p className="text-muted">The files name everybody, so somebody who is not recused has to take them.</p>;
  }
  return (
    <div>
      <h3 className="text-meta text-muted">Files</h3>
      <p className="mt-1 flex flex-wrap gap-2">
        {files.map(([path, label]) => (
          // A refusal comes as a sentence: in a tab of its own it does not take the meeting away.
          <a
            key={path}
            href={`/meetings/${meetingId}/${path}`}
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
  );
}
