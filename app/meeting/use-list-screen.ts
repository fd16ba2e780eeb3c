// What every screen around the lists has: its desk, its actions, the open file, and the parts that are fetched when they are first
// wanted. The meeting has it, and the preliminary list before it.
import { type ComponentType, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useMeetingStore } from "../meeting-store/use-meeting";
import { showToast } from "../ui/toasts";
import type { DialogRequest } from "./dialogs/dialog-request";
import { createListDesk } from "./list/list-desk";
import { createMeetingActions } from "./meeting-actions";
import { useFileIntent } from "./use-file-intent";
import { useOffline } from "./use-offline";
import { notFetched, useOnDemand } from "./use-on-demand";
import { useOpenApplicant } from "./use-open-applicant";
import { usePaletteKey } from "./use-palette-key";

export interface FileProps {
  applicantId: string;
  onClose: () => void;
}

const loadDialogs = async () => (await import("./dialogs/meeting-dialogs")).MeetingDialogs;

/** `shut`: why nothing can be moved on this screen at all. */
export function useListScreen(loadFile: () => Promise<ComponentType<FileProps>>, shut?: string) {
  const store = useMeetingStore();
  const isOffline = useOffline(store);
  const [desk] = useState(createListDesk);
  const [request, setRequest] = useState<DialogRequest | null>(null);
  const file = useOnDemand(loadFile);
  const dialogs = useOnDemand(loadDialogs);
  const { applicantId, open, close } = useOpenApplicant();

  const latest = useRef({ isOffline, shut, open });
  useEffect(() => {
    latest.current = { isOffline, shut, open };
  }, [isOffline, shut, open]);
  const actions = useMemo(
    () =>
      createMeetingActions({
        store,
        ask: (wanted) => {
          void dialogs.want().then((isThere) => (isThere ? setRequest(wanted) : showToast(notFetched)));
        },
        open: (id) => latest.current.open(id),
        goTo: (id) => (desk.focus.root?.offsetParent ? desk.focus.go(id) : latest.current.open(id)),
        isOffline: () => latest.current.isOffline,
        shut: () => latest.current.shut,
        onOwnMove: (id) => desk.ownMoves.add(id),
      }),
    [store, desk, dialogs.want],
  );
  usePaletteKey(actions);
  const closeFile = useCallback(() => {
    if (applicantId) desk.focus.keep(applicantId);
    close();
  }, [desk, applicantId, close]);
  // Fetched at the first sign that a file will be opened, so that it opens at once. Rendered in the browser only: a live change
  // that came before its hydration would have thrown the server's rendering away.
  useFileIntent(file.want);
  useEffect(() => {
    if (applicantId === null) return;
    void file.want().then((isThere) => isThere || showToast(notFetched));
    // Whoever reads a file may well write about it next.
    void dialogs.want();
  }, [applicantId, file.want, dialogs.want]);

  return {
    desk,
    actions,
    isOffline,
    /** Whose file is open beside the lists. */
    openId: applicantId,
    open,
    closeFile,
    File: file.Part,
    Dialogs: dialogs.Part,
    request,
    endRequest: () => setRequest(null),
  };
}
