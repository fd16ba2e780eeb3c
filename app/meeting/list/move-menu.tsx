// The Move menu of whichever row asked for it: a menu beside its button, and on a phone a sheet from the bottom edge.
// While it is open the others see that this row is in somebody's hands.
import { useEffect, useState } from "react";
import { useMeeting, useMeetingStore } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { Sheet } from "../../ui/dialog";
import { LazyMenu } from "../../ui/lazy-menu";
import type { MenuGroup, MenuItem } from "../../ui/menu-group";
import { nameIn } from "../move-words";
import { useMeetingActions } from "../use-meeting-actions";
import { moveChoices, type RowCommands } from "./move-choices";
import type { AnswerParts } from "./proposals";

export interface OpenMenu {
  applicantId: string;
  anchor: HTMLElement;
}

interface MoveMenuProps extends OpenMenu {
  block: string | undefined;
  commands: RowCommands;
  isSelected: boolean;
  answering: AnswerParts;
  onClose: () => void;
}

const phoneWidth = "(width < 40rem)";

export function MoveMenu(props: MoveMenuProps) {
  const { applicantId, anchor, block, commands, isSelected, answering, onClose } = props;
  const store = useMeetingStore();
  const state = useMeeting((snapshot) => snapshot.state);
  const memberId = useMeeting((snapshot) => snapshot.memberId);
  const actions = useMeetingActions();
  const [isPhone] = useState(() => window.matchMedia(phoneWidth).matches);

  useEffect(() => {
    store.hold(applicantId);
    anchor.setAttribute("aria-expanded", "true");
    return () => {
      store.hold(null);
      anchor.removeAttribute("aria-expanded");
    };
  }, [store, applicantId, anchor]);

  const isGone = state.applicants[applicantId] === undefined || state.applicants[applicantId].withdrawn;
  useEffect(() => {
    if (isGone) onClose();
  }, [isGone, onClose]);
  if (isGone) return null;

  const groups = moveChoices({ state, memberId, applicantId, block, actions, commands, isSelected, answering });
  const label = `Move ${nameIn(state, applicantId)}`;
  return isPhone ? (
    <MoveSheet title={nameIn(state, applicantId)} groups={groups} onClose={onClose} />
  ) : (
    <LazyMenu anchor={anchor} label={label} groups={groups} onClose={onClose} />
  );
}

interface MoveSheetProps {
  title: string;
  groups: readonly MenuGroup[];
  onClose: () => void;
}

const MoveSheet = ({ title, groups, onClose }: MoveSheetProps) => (
  <Sheet isOpen title={title} onClose={onClose}>
    {groups.map((group) => (
      <div key={group.id} className="grid grid-cols-2 gap-2">
        {group.heading && <p className="col-span-2 text-muted">{group.heading}</p>}
        {group.items.map((item) => (
          <SheetButton key={item.id} item={item} onClose={onClose} />
        ))}
      </div>
    ))}
  </Sheet>
);

const SheetButton = ({ item, onClose }: { item: MenuItem; onClose: () => void }) => (
  <Button
    variant={item.isDanger ? "danger" : "quiet"}
    disabled={item.isDisabled}
    className="min-h-11"
    onClick={() => {
      onClose();
      item.onSelect();
    }}
  >
    {item.label}
  </Button>
);
