// What opens over or beside the preliminary list. Fetched when the first of them is wanted.
import type { ApplicantId } from "../../domain/ids";
import { nameOf } from "../../domain/meeting";
import { useMeeting, useMeetingStore } from "../meeting-store/use-meeting";
import { announce } from "../ui/live-region";
import { showToast } from "../ui/toasts";
import type { BuilderPart } from "./builder-part";
import { ChecksPanel } from "./checks-panel";
import { FreezeDialog } from "./freeze-dialog";
import { SnapshotsDialog } from "./snapshots-dialog";
import { StartDialog } from "./start-dialog";
import { useSeason } from "./use-season";

interface BuilderPartsProps {
  part: BuilderPart;
  onOpen: (part: BuilderPart) => void;
  onOpenFile: (applicantId: ApplicantId) => void;
  onClose: () => void;
}

export function BuilderParts({ part, onOpen, onOpenFile, onClose }: BuilderPartsProps) {
  switch (part.kind) {
    case "start":
      return <StartDialog key={part.snapshot} snapshot={part.snapshot} onClose={onClose} />;
    case "snapshots":
      return <DraftSnapshots onRestore={(snapshot) => onOpen({ kind: "start", snapshot })} onClose={onClose} />;
    case "checks":
      return <ChecksPanel onOpenFile={onOpenFile} onClose={onClose} />;
    case "freeze":
      return <FreezeDialog onClose={onClose} />;
  }
}

function DraftSnapshots({ onRestore, onClose }: { onRestore: (seq: number) => void; onClose: () => void }) {
  const store = useMeetingStore();
  const { id } = useSeason();
  const state = useMeeting((snapshot) => snapshot.state);
  const take = async (name: string) => {
    const answer = await store.send({ type: "takeSnapshot", name });
    if (!answer.ok) return answer.message;
    const said = `Snapshot taken: ${name}.`;
    showToast(said);
    announce(said);
    return null;
  };
  return (
    <SnapshotsDialog
      seasonId={id}
      snapshots={state.snapshots}
      nowLabel="As it stands now"
      onTake={take}
      onRestore={onRestore}
      nameOf={(memberId) => nameOf(state, memberId)}
      onClose={onClose}
    />
  );
}
