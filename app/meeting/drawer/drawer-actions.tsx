// What can be done about the applicant, at the foot of the drawer: endorse, flag, move, and behind the dots recuse and
// withdraw. What a role may not do is not shown; a lock is said.
import ArrowUpDown from "lucide-react/icons/arrow-up-down";
import Ellipsis from "lucide-react/icons/ellipsis";
import Flag from "lucide-react/icons/flag";
import Star from "lucide-react/icons/star";
import { useState } from "react";
import type { Applicant } from "../../../domain/applicant";
import type { CommandType } from "../../../domain/commands";
import { endorsementsOf } from "../../../domain/meeting";
import { mayAskIn } from "../../../domain/policy";
import { useMeeting } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { LazyMenu, preloadMenu } from "../../ui/lazy-menu";
import { announce } from "../../ui/live-region";
import type { MenuItem } from "../../ui/menu-group";
import { useMeetingActions } from "../use-meeting-actions";
import { MoveForm } from "./move-form";

export function DrawerActions({ applicant }: { applicant: Applicant }) {
  const { ask } = useMeetingActions();
  const state = useMeeting((snapshot) => snapshot.state);
  const memberId = useMeeting((snapshot) => snapshot.memberId);
  const isLocked = state.phase === "locked";
  const isMine = endorsementsOf(state, applicant.id).some(({ by }) => by === memberId);
  const [isMoving, setIsMoving] = useState(false);
  const applicantId = applicant.id;
  const may = (type: CommandType) => mayAskIn(state, memberId, type) && !isLocked && !applicant.withdrawn;

  if (isMoving && may("moveApplicant")) {
    return <MoveForm applicantId={applicantId} onClose={() => setIsMoving(false)} />;
  }
  return (
    <div className="flex w-full flex-wrap gap-1 sm:gap-2">
      {may("endorseApplicant") && (
        <Button className="flex-1" aria-pressed={isMine} onClick={() => ask({ kind: "endorse", applicantId })}>
          <Star size={16} className="text-champion" fill={isMine ? "currentColor" : "none"} aria-hidden />
          {isMine ? "Endorsed" : "Endorse"}
        </Button>
      )}
      {may("raiseFlag") && (
        <Button className="flex-1" onClick={() => ask({ kind: "flag", applicantId })}>
          <Flag size={16} className="text-flag" aria-hidden />
          Flag
        </Button>
      )}
      {may("moveApplicant") && (
        <Button className="flex-1" onClick={() => setIsMoving(true)}>
          <ArrowUpDown size={16} className="max-sm:hidden" aria-hidden />
          Move
        </Button>
      )}
      {isLocked && <p className="flex-1 self-center text-muted">The list is locked: marks and moves rest.</p>}
      <MoreActions applicant={applicant} />
    </div>
  );
}

function MoreActions({ applicant }: { applicant: Applicant }) {
  const { ask, run } = useMeetingActions();
  const state = useMeeting((snapshot) => snapshot.state);
  const memberId = useMeeting((snapshot) => snapshot.memberId);
  const isLocked = state.phase === "locked";
  const may = (type: CommandType) => mayAskIn(state, memberId, type);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const applicantId = applicant.id;

  const reinstate = async () => {
    const answer = await run({ type: "reinstateApplicant", applicantId });
    if (answer.ok) announce(`${applicant.name} is reinstated and waits to be placed.`);
  };
  const items: MenuItem[] = [];
  if (may("spotlightApplicant") && !isLocked && !applicant.withdrawn) {
    items.push({
      id: "spotlight",
      label: "Spotlight: put before the room",
      onSelect: () => void run({ type: "spotlightApplicant", applicantId }),
    });
  }
  if (may("declareRecusal")) {
    items.push({ id: "recuse", label: "Recuse myself…", onSelect: () => ask({ kind: "recuse", applicantId }) });
  }
  if (may("withdrawApplicant") && !isLocked) {
    items.push(
      applicant.withdrawn
        ? { id: "reinstate", label: "Reinstate", onSelect: () => void reinstate() }
        : { id: "withdraw", label: "Record a withdrawal…", onSelect: () => ask({ kind: "withdraw", applicantId }) },
    );
  }
  if (items.length === 0) return null;
  return (
    <>
      <Button
        shape="icon"
        aria-label={`More about ${applicant.name}`}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onPointerEnter={preloadMenu}
        onFocus={preloadMenu}
        onClick={(event) => setAnchor(anchor ? null : event.currentTarget)}
      >
        <Ellipsis size={18} aria-hidden />
      </Button>
      {anchor && (
        <LazyMenu
          anchor={anchor}
          label={`More about ${applicant.name}`}
          groups={[{ id: "more", items }]}
          onClose={() => setAnchor(null)}
        />
      )}
    </>
  );
}
