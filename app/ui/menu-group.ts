// What a menu offers. Apart from the menu itself, so that naming the items does not load it.
import type { ReactNode } from "react";

export interface MenuItem {
  id: string;
  label: string;
  icon?: ReactNode;
  /** A key or a short remark, at the end of the line. */
  hint?: string;
  /** Characters that choose it while the menu is open; a digit goes on into the field that it opens. */
  keys?: string;
  isDisabled?: boolean;
  isDanger?: boolean;
  onSelect: () => void;
}

export interface MenuGroup {
  id: string;
  heading?: string;
  items: readonly MenuItem[];
}

export interface MenuProps {
  /** The button that opened it. It gets the focus back. */
  anchor: HTMLElement;
  label: string;
  groups: readonly MenuGroup[];
  onClose: () => void;
}
