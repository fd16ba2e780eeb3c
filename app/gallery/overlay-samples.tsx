// What opens over or beside the page: menu, dialog, sheet, drawer, toast.
import ArrowUp from "lucide-react/icons/arrow-up";
import Ellipsis from "lucide-react/icons/ellipsis";
import { useState } from "react";
import { Button } from "../ui/button";
import { Dialog, Sheet } from "../ui/dialog";
import { Drawer } from "../ui/drawer";
import { TextAreaField } from "../ui/field";
import { LazyMenu, preloadMenu } from "../ui/lazy-menu";
import { announce } from "../ui/live-region";
import type { MenuGroup } from "../ui/menu-group";
import { showToast } from "../ui/toasts";
import { ZoneIcon } from "../ui/zone-mark";
import { Sample } from "./sample";

const say = (sentence: string) => () => {
  announce(sentence);
  showToast(sentence, { label: "Undo", run: () => announce("Undone.") });
};

const groups: readonly MenuGroup[] = [
  {
    id: "nudge",
    items: [
      {
        id: "up",
        label: "Up one",
        hint: "Alt ↑",
        icon: <ArrowUp size={16} aria-hidden />,
        onSelect: say("Okafor, Amara, 27 to 26, protected."),
      },
      { id: "top", label: "To the top", isDisabled: true, onSelect: () => {} },
    ],
  },
  {
    id: "zone",
    heading: "To another zone",
    items: [
      { id: "middle", label: "Middle", icon: <ZoneIcon zone="middle" />, onSelect: say("Okafor, Amara, to middle.") },
      {
        id: "red",
        label: "Red zone…",
        icon: <ZoneIcon zone="red" />,
        isDanger: true,
        onSelect: say("A category comes first."),
      },
    ],
  },
];

type Overlay = "dialog" | "sheet" | "drawer" | null;

export function OverlaySamples() {
  const [shown, setShown] = useState<Overlay>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setShown(null);
  return (
    <Sample name="Over the page">
      <Button
        shape="icon"
        aria-label="Move Okafor, Amara"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onPointerEnter={preloadMenu}
        onFocus={preloadMenu}
        onClick={(event) => setAnchor(anchor ? null : event.currentTarget)}
      >
        <Ellipsis size={18} aria-hidden />
      </Button>
      <Button onClick={() => setShown("dialog")}>Dialog</Button>
      <Button onClick={() => setShown("sheet")}>Sheet</Button>
      <Button onClick={() => setShown("drawer")}>Drawer</Button>
      <Button onClick={say("Okafor, Amara, 27 to 15, protected.")}>Toast</Button>

      {anchor && (
        <LazyMenu anchor={anchor} label="Move Okafor, Amara" groups={groups} onClose={() => setAnchor(null)} />
      )}
      <Dialog
        isOpen={shown === "dialog"}
        title="Move to the red zone"
        description="Okafor, Amara will not be ranked and is left out of the file for R3. It can be taken back until the lock."
        onClose={close}
        actions={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button variant="danger" onClick={close}>
              Move to the red zone
            </Button>
          </>
        }
      >
        <TextAreaField label="Why?" name="why" hint="May be discoverable. One sentence of fact." />
      </Dialog>
      <Sheet
        isOpen={shown === "sheet"}
        title="Okafor, Amara"
        description="Rank 27, protected"
        onClose={close}
        actions={
          <Button variant="primary" onClick={close}>
            I'd work with them
          </Button>
        }
      />
      {shown === "drawer" && (
        <Drawer title="Okafor, Amara" onClose={close} actions={<Button variant="primary">Endorse</Button>}>
          <p>Rank 27, protected. The list stays in use beside it.</p>
        </Drawer>
      )}
    </Sample>
  );
}
