// The meeting screen: header, lists, foot, and what opens over them. The server renders it whole; in the browser it goes live.
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { SignedInPerson } from "../../server/load-context";
import type { OpenedMeeting } from "../meeting-store/meeting-store";
import { MeetingStoreProvider } from "../meeting-store/use-meeting";
import { ConnectionBar } from "./connection-bar";
import type { DialogRequest } from "./dialogs/dialog-request";
import { createListDesk } from "./list/list-desk";
import { MeetingLists } from "./list/meeting-lists";
import { createMeetingActions } from "./meeting-actions";
import { MeetingFoot } from "./meeting-foot";
import { MeetingHeader } from "./meeting-header";
import { StandingNotes } from "./standing-notes";
import { useLiveMeeting } from "./use-live-meeting";
import { MeetingActionsProvider } from "./use-meeting-actions";
import { useOffline } from "./use-offline";
import { useOpenApplicant } from "./use-open-applicant";
import "./list/list.css";

const ApplicantDrawer = lazy(async () => ({
  default: (await import("./drawer/applicant-drawer")).ApplicantDrawer,
}));
const MeetingDialogs = lazy(async () => ({
  default: (await import("./dialogs/meeting-dialogs")).MeetingDialogs,
}));

export function MeetingScreen({ opened, person }: { opened: OpenedMeeting; person: SignedInPerson }) {
  const store = useLiveMeeting(opened);
  const isOffline = useOffline(store);
  const [desk] = useState(createListDesk);
  const [request, setRequest] = useState<DialogRequest | null>(null);
  const { applicantId, open, close } = useOpenApplicant();

  const offline = useRef(isOffline);
  useEffect(() => {
    offline.current = isOffline;
  }, [isOffline]);
  const actions = useMemo(
    () =>
      createMeetingActions({
        store,
        ask: setRequest,
        isOffline: () => offline.current,
        onOwnMove: (id) => desk.ownMoves.add(id),
      }),
    [store, desk],
  );
  const closeFile = useCallback(() => {
    if (applicantId) desk.focus.keep(applicantId);
    close();
  }, [desk, applicantId, close]);
  // Dialogs stay mounted once wanted, so that what is typed outlives a close by accident.
  const wasAsked = useRef(false);
  wasAsked.current ||= request !== null;

  return (
    <MeetingStoreProvider value={store}>
      <MeetingActionsProvider value={actions}>
        <div className={`flex h-dvh flex-col overflow-hidden ${applicantId ? "lg:pr-100" : ""}`}>
          <MeetingHeader person={person} />
          <StandingNotes />
          <main id="main" tabIndex={-1} className="relative flex min-h-0 flex-1 flex-col outline-none">
            <ConnectionBar isOffline={isOffline} />
            <MeetingLists desk={desk} isOffline={isOffline} openId={applicantId} onOpen={open} />
          </main>
          <MeetingFoot />
        </div>
        <Suspense fallback={null}>
          {applicantId && <ApplicantDrawer applicantId={applicantId} onClose={closeFile} />}
        </Suspense>
        <Suspense fallback={null}>
          {wasAsked.current && <MeetingDialogs request={request} onDone={() => setRequest(null)} />}
        </Suspense>
      </MeetingActionsProvider>
    </MeetingStoreProvider>
  );
}
