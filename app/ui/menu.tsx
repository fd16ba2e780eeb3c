// A menu beside any element. A list of 400 rows needs one: give it the row's button as anchor, and the row as key.
// Load it through lazy-menu.tsx; it brings Radix with it. The anchor carries aria-haspopup and aria-expanded itself.
import { DropdownMenu } from "radix-ui";
import { type KeyboardEvent, useState } from "react";
import { flushSync } from "react-dom";
import { classNames } from "./class-names";
import { keyOf } from "./key-of";
import type { MenuProps } from "./menu-group";
import { useBackCloses } from "./use-back-closes";

export function Menu({ anchor, label, groups, onClose }: MenuProps) {
  useBackCloses(true, onClose);
  const [place] = useState(() => anchor.getBoundingClientRect());
  const chooseByKey = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.key.length !== 1) return;
    const key = keyOf(event.nativeEvent);
    const item = groups
      .flatMap(({ items }) => items)
      .find(({ keys, isDisabled }) => !isDisabled && keys?.includes(key));
    if (!item) return;
    if (!/\d/.test(key)) event.preventDefault();
    // At once: what takes the focus now gets the digit that is being pressed.
    flushSync(() => {
      onClose();
      item.onSelect();
    });
  };
  const isAnchor = (target: EventTarget | null) => target instanceof Node && anchor.contains(target);
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(isOpen) => !isOpen && onClose()}>
      {/* Stands where the anchor is; Radix measures its own trigger only. */}
      <DropdownMenu.Trigger asChild>
        <span
          aria-hidden
          tabIndex={-1}
          className="pointer-events-none fixed"
          style={{ left: place.left, top: place.top, width: place.width, height: place.height }}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          aria-label={label}
          aria-labelledby={undefined}
          loop
          onKeyDown={chooseByKey}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 overflow-y-auto rounded-md border border-control bg-surface py-1 text-ink shadow-lifted"
          // A press on the anchor is the anchor's own: it closes the menu by its toggle, not twice.
          onInteractOutside={(event) => isAnchor(event.target) && event.preventDefault()}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // An item may have opened a dialog, which holds the focus now.
            if (document.activeElement === document.body || document.activeElement === null) anchor.focus();
          }}
        >
          {groups.map((group, index) => (
            <DropdownMenu.Group key={group.id} aria-label={group.heading}>
              {index > 0 && <DropdownMenu.Separator className="my-1 border-t border-hairline" />}
              {group.heading && (
                <DropdownMenu.Label className="px-3 py-1 text-meta text-muted">{group.heading}</DropdownMenu.Label>
              )}
              {group.items.map((item) => (
                <DropdownMenu.Item
                  key={item.id}
                  disabled={item.isDisabled}
                  onSelect={item.onSelect}
                  className={classNames(
                    "flex min-h-9 cursor-default items-center gap-2 px-3 -outline-offset-2 pointer-coarse:min-h-11",
                    "data-highlighted:bg-middle-tint data-highlighted:outline-2 data-highlighted:outline-focus",
                    "data-disabled:opacity-50",
                    item.isDanger && "text-red",
                  )}
                >
                  {item.icon}
                  <span className="flex-1">{item.label}</span>
                  {item.hint && <span className="text-meta text-muted">{item.hint}</span>}
                </DropdownMenu.Item>
              ))}
            </DropdownMenu.Group>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
