// One applicant beside the list: the file, the voices, the interviews, the history, and what can be done. Shows what its reader may see and
// closes by itself when the applicant is withheld from them from now on.
import { type ComponentType, useEffect, useRef, useState } from "react";
import type { ApplicantId } from "../../../domain/ids";
import { endorsementsOf, flagsOf } from "../../../domain/meeting";
import { mayReadInterviews, maySee } from "../../../domain/policy";
import { sentenceOf } from "../../../domain/rejection";
import { FactGroups } from "../../applicants/fact-groups";
import { useMeeting } from "../../meeting-store/use-meeting";
import { Drawer } from "../../ui/drawer";
import { Initials } from "../../ui/initials";
import { EmptyState } from "../../ui/notice-panel";
import { showToast } from "../../ui/toasts";
import { notFetched, useOnDemand, useWhenWanted } from "../use-on-demand";
import { DrawerActions } from "./drawer-actions";
import { DrawerHead } from "./drawer-head";
import { type DrawerTab, DrawerTabs } from "./drawer-tabs";
import { HistoryTab } from "./history-tab";
import { useNoteRead } from "./use-note-read";
import { VoicesTab } from "./voices-tab";

interface ApplicantDrawerProps {
  applicantId: ApplicantId;
  onClose: () => void;
  /** What is known beside the file while the list is a draft. There are no voices in it yet. */
  Checks?: ComponentType<{ applicantId: ApplicantId }>;
}

type TabName = "checks" | "file" | "voices" | "interview" | "history";

const loadFileBeside = () => import("./file-beside").then((part) => part.FileBeside);
const loadInterviewTab = () => import("./interview-tab").then((part) => part.InterviewTab);

export function ApplicantDrawer({ applicantId, onClose, Checks }: ApplicantDrawerProps) {
  const state = useMeeting((snapshot) => snapshot.state);
  const memberId = useMeeting((snapshot) => snapshot.memberId);
  // Kept from one applicant to the next: who compares voices reads on in Voices.
  const [chosen, setChosen] = useState<TabName>(Checks ? "checks" : "file");
  const applicant = state.applicants[applicantId];
  useCloseWhenGone(applicantId, applicant !== undefined, onClose);
  useNoteRead(applicantId);
  const { Part: InterviewTab, want: wantInterviewTab } = useOnDemand(loadInterviewTab);
  const FileBeside = useWhenWanted(chosen === "file", loadFileBeside);
  const giveUp = () => {
    showToast(notFetched);
    setChosen("file");
  };
  const choose = (name: TabName) => {
    setChosen(name);
    if (name === "interview") void wantInterviewTab().then((isThere) => isThere || giveUp());
  };

  if (!applicant) {
    return (
      <Drawer title="No such applicant" onClose={onClose}>
        <EmptyState title="Nobody to show">{sentenceOf({ code: "applicantUnknown" }, state)}</EmptyState>
      </Drawer>
    );
  }
  const role = state.members[memberId]?.role;
  const voices = endorsementsOf(state, applicantId).length + flagsOf(state, applicantId).length;
  const tabs: DrawerTab<TabName>[] = [
    ...(Checks ? [{ name: "checks", label: "Checks" } as const] : []),
    { name: "file", label: "File" },
    ...(Checks ? [] : [{ name: "voices", label: "Voices", count: voices } as const]),
    ...(role !== undefined && mayReadInterviews(role, state.kind, state.preliminary !== undefined)
      ? [interviewTab]
      : []),
    { name: "history", label: "History" },
  ];
  return (
    <Drawer
      title={
        <span className="flex items-center gap-3">
          <Initials name={applicant.name} isLarge />
          <span className="min-w-0 break-words">{applicant.name}</span>
        </span>
      }
      onClose={onClose}
      actions={<DrawerActions key={applicantId} applicant={applicant} />}
    >
      <DrawerHead applicant={applicant} order={state.order} preliminary={state.preliminary} />
      <DrawerTabs label={`About ${applicant.name}`} tabs={tabs} chosen={chosen} onChoose={choose}>
        {chosen === "checks" && Checks && <Checks key={applicantId} applicantId={applicantId} />}
        {chosen === "file" && (
          <>
            <FactGroups
              applicant={applicant}
              matchYear={state.matchYear}
              seesVisa={role !== undefined && maySee(role, "visa")}
              headingLevel="h3"
            />
            {FileBeside && <FileBeside key={applicantId} applicantId={applicantId} />}
          </>
        )}
        {chosen === "voices" && <VoicesTab key={applicantId} applicantId={applicantId} />}
        {chosen === "interview" &&
          (InterviewTab ? (
            <InterviewTab key={applicantId} applicantId={applicantId} />
          ) : (
            <p role="status">Fetching the interviews…</p>
          ))}
        {chosen === "history" && <HistoryTab key={applicantId} applicantId={applicantId} />}
      </DrawerTabs>
    </Drawer>
  );
}

const interviewTab: DrawerTab<TabName> = { name: "interview", label: "Interview" };

/** Was there and is no longer: withheld by a recusal. An address that never held anybody stays and says so. */
function useCloseWhenGone(applicantId: ApplicantId, isThere: boolean, onClose: () => void): void {
  const lastThere = useRef<ApplicantId | null>(null);
  useEffect(() => {
    if (isThere) lastThere.current = applicantId;
    else if (lastThere.current === applicantId) onClose();
  }, [applicantId, isThere, onClose]);
}
