// Every dialog of the meeting, by what was asked. Loaded when the first one is wanted. What the member may not do is said in
// a sentence instead of a form whose answer would be refused.
import { useEffect, useRef, useState } from "react";
import type { CommandType } from "../../../domain/commands";
import { endorsementsOf } from "../../../domain/meeting";
import { mayAsk, mayAskIn, permissions } from "../../../domain/policy";
import { sentenceOf } from "../../../domain/rejection";
import type { MeetingSnapshot } from "../../meeting-store/meeting-store";
import { useMeeting } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { Sheet } from "../../ui/dialog";
import { showToast } from "../../ui/toasts";
import { InviteDialog } from "../invite/invite-dialog";
import { notFetched, useOnDemand } from "../use-on-demand";
import type { DialogRequest } from "./dialog-request";
import { EndorseDialog } from "./endorse-dialog";
import { FlagDialog } from "./flag-dialog";
import { HelpDialog } from "./help-dialog";
import { LockDialog } from "./lock-dialog";
import { MoveReasonDialog } from "./move-reason-dialog";
import { ObjectDialog } from "./object-dialog";
import { OwnEndorsementDialog } from "./own-endorsement-dialog";
import { RecuseDialog } from "./recuse-dialog";
import { SettingsDialog } from "./settings-dialog";
import { UnlockDialog } from "./unlock-dialog";
import { WithdrawDialog } from "./withdraw-dialog";

interface MeetingDialogsProps {
  request: DialogRequest | null;
  onDone: () => void;
}

export function MeetingDialogs({ request, onDone }: MeetingDialogsProps) {
  if (!request) return null;
  const about =
    "applicantId" in request ? request.applicantId : "applicantIds" in request ? request.applicantIds.join(" ") : "";
  return <AskedDialog key={`${request.kind} ${about}`} request={request} onDone={onDone} />;
}

function AskedDialog({ request, onDone }: { request: DialogRequest; onDone: () => void }) {
  const refusal = useMeeting((snapshot) => refusalOf(request, snapshot));
  if (refusal) return <RefusedDialog sentence={refusal} onDone={onDone} />;
  switch (request.kind) {
    case "moveReason":
      return <MoveReasonDialog request={request} onDone={onDone} />;
    case "object":
      return <ObjectDialog callId={request.callId} onDone={onDone} />;
    case "lock":
      return <LockDialog onDone={onDone} />;
    case "unlock":
      return <UnlockDialog onDone={onDone} />;
    case "invite":
      return <InviteDialog onDone={onDone} />;
    case "settings":
      return <SettingsDialog onDone={onDone} />;
    case "help":
      return <HelpDialog onDone={onDone} />;
    case "commands":
      return <AskedCommands onDone={onDone} />;
    default:
      return <ApplicantDialog request={request} onDone={onDone} />;
  }
}

const loadPalette = async () => (await import("../palette/palette-dialog")).PaletteDialog;

function AskedCommands({ onDone }: { onDone: () => void }) {
  const { Part, want } = useOnDemand(loadPalette);
  const latest = useRef(onDone);
  latest.current = onDone;
  useEffect(() => {
    void want().then((isThere) => {
      if (isThere) return;
      showToast(notFetched);
      latest.current();
    });
  }, [want]);
  return Part && <Part onDone={onDone} />;
}

type ApplicantRequest = Extract<DialogRequest, { applicantId: string }>;

function ApplicantDialog({ request, onDone }: { request: ApplicantRequest; onDone: () => void }) {
  const applicant = useMeeting(({ state }) => state.applicants[request.applicantId]);
  const endorsedNow = useMeeting(({ state, memberId }) =>
    endorsementsOf(state, request.applicantId).find((mark) => mark.by === memberId),
  );
  // As it was when asked: what I give in this dialog must not turn it into another.
  const [own] = useState(endorsedNow);
  const isGone = !applicant;
  useEffect(() => {
    // Withheld from now on, by a recusal.
    if (isGone) onDone();
  }, [isGone, onDone]);
  if (!applicant) return null;
  switch (request.kind) {
    case "endorse":
      return own ? (
        <OwnEndorsementDialog applicant={applicant} endorsement={own} onDone={onDone} />
      ) : (
        <EndorseDialog applicant={applicant} onDone={onDone} />
      );
    case "flag":
      return <FlagDialog applicant={applicant} from={request.from} onDone={onDone} />;
    case "recuse":
      return <RecuseDialog applicant={applicant} onDone={onDone} />;
    case "withdraw":
      return <WithdrawDialog applicant={applicant} onDone={onDone} />;
  }
}

const commandOf: Partial<Record<DialogRequest["kind"], CommandType>> = {
  moveReason: "moveApplicant",
  endorse: "endorseApplicant",
  flag: "raiseFlag",
  recuse: "declareRecusal",
  withdraw: "withdrawApplicant",
  object: "raiseObjection",
  lock: "lockList",
  unlock: "unlockList",
  settings: "changeSettings",
};

/** The sentence of a refusal that is certain before anything is asked; a string, so that a render compares it. */
function refusalOf({ kind }: DialogRequest, { state, memberId }: MeetingSnapshot): string | null {
  const type = commandOf[kind];
  // What was locked is for everybody to read.
  if (!type || (kind === "lock" && state.phase === "locked")) return null;
  const role = state.members[memberId]?.role;
  if (!role) return sentenceOf({ code: "notAMember" }, state);
  const action = permissions[type].words;
  if (!mayAsk(role, type)) return sentenceOf({ code: "notAllowed", role, action }, state);
  // The keys of the list are the same there.
  if (!mayAskIn(state, memberId, type)) return sentenceOf({ code: "notInDraft", action }, state);
  const isShut = state.phase === "locked" && !permissions[type].whenLocked;
  return isShut ? sentenceOf({ code: "listLocked" }, state) : null;
}

const RefusedDialog = ({ sentence, onDone }: { sentence: string; onDone: () => void }) => (
  <Sheet
    isOpen
    title="That is not open to you now"
    description={sentence}
    onClose={onDone}
    actions={
      <Button variant="primary" onClick={onDone}>
        Close
      </Button>
    }
  />
);
