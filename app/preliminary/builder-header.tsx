// The head of the preliminary list: whose it is, who works on it, and what can be done with it as a whole.
import { Link } from "@remix-run/react";
import type { SignedInPerson } from "../../server/load-context";
import { connectionMarks } from "../meeting/connection-marks";
import { WhoIsHere } from "../meeting/who-is-here";
import { useMeeting } from "../meeting-store/use-meeting";
import { Button } from "../ui/button";
import { ConnectionMark } from "../ui/connection-mark";
import { PersonBar } from "../ui/page";
import type { BuilderPart } from "./builder-part";
import { useSeason } from "./use-season";

interface BuilderHeaderProps {
  person: SignedInPerson;
  onOpen: (part: BuilderPart) => void;
}

export function BuilderHeader({ person, onOpen }: BuilderHeaderProps) {
  const { id, matchYear, programCode, mayFreeze } = useSeason();
  const connection = useMeeting((snapshot) => snapshot.connection);
  return (
    <header className="@container flex min-h-14 flex-wrap items-center gap-x-3 border-b border-hairline bg-surface px-4 max-sm:px-2">
      <Link
        to={`/seasons/${id}`}
        aria-label={`Season ${matchYear}`}
        className="inline-flex min-h-11 shrink-0 items-center"
      >
        <img src="/favicon.svg" alt="" width={24} height={24} />
      </Link>
      <div className="min-w-0 max-sm:flex-1">
        <h1 className="truncate leading-5">Preliminary list</h1>
        <p className="tabular truncate text-meta text-muted">
          {programCode} · Match {matchYear}
        </p>
      </div>
      <div className="ml-auto flex min-h-11 flex-wrap items-center gap-2 max-sm:order-last max-sm:w-full">
        <span className="flex sm:min-w-28 sm:justify-end">
          <ConnectionMark state={connectionMarks[connection]} />
        </span>
        <WhoIsHere />
        <Button className="max-sm:hidden" onClick={() => onOpen({ kind: "start" })}>
          Start from…
        </Button>
        <Button onClick={() => onOpen({ kind: "snapshots" })}>Snapshots…</Button>
        <Button onClick={() => onOpen({ kind: "checks" })}>Checks</Button>
        {mayFreeze && (
          <Button variant="primary" className="max-sm:hidden" onClick={() => onOpen({ kind: "freeze" })}>
            Freeze preliminary…
          </Button>
        )}
      </div>
      <div className="flex items-center max-sm:order-2">
        <PersonBar person={person} />
      </div>
    </header>
  );
}
