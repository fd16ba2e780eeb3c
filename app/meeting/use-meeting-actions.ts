// React's way to the meeting's actions. They are made once, so a row that uses them never renders again for their sake.
import { createContext, useContext } from "react";
import type { MeetingActions } from "./meeting-actions";

export type { MeetingActions } from "./meeting-actions";

const ActionsContext = createContext<MeetingActions | null>(null);
export const MeetingActionsProvider = ActionsContext.Provider;

export function useMeetingActions(): MeetingActions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error("useMeetingActions needs a MeetingActionsProvider above it.");
  return actions;
}
