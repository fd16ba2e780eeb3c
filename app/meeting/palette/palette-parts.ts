// What the commands are made of. Types only.
import type { CommandType } from "../../../domain/commands";
import type { MeetingState } from "../../../domain/meeting";
import type { MeetingStore } from "../../meeting-store/meeting-store";
import type { MenuItem } from "../../ui/menu-group";
import type { MeetingActions } from "../meeting-actions";

export interface PaletteParts {
  state: MeetingState;
  memberId: string;
  store: MeetingStore;
  actions: MeetingActions;
  /** May I ask for this now: by role, by the host's part, and by phase? */
  may: (type: CommandType) => boolean;
  /** Why nothing can be moved now. */
  block: string | undefined;
}

/** `hint` is its key. */
export interface Choice extends MenuItem {
  /** Said beside it, where it has no key. */
  remark?: string;
  /** Leads on to more choices. */
  staysOpen?: true;
}

export interface ChoiceGroup {
  id: string;
  heading?: string;
  items: readonly Choice[];
}
