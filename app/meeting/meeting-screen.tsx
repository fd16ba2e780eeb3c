// The meeting screen: header, lists, foot, and what opens over them. The server renders it whole; in the browser it goes live.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { SignedInPerson } from "../../server/load-context";
import type { OpenedMeeting } from "../meeting-store/meeting-store";
import { MeetingStoreProvider, useMeeting, useMeetingStore } from "../meeting-store/use-meeting";
import { showToast } from "../ui/toasts";
import { ConnectionBar } from "./connection-bar";
import type { DialogRequest } from "./dialogs/dialog-request";
import { createListDesk } from "./list/list-desk";
import { MeetingLists } from "./list/meeting-lists";
import { createMeetingActions } from "./meeting-actions";
import { MeetingFoot } from "./meeting-foot";
import { MeetingHeader } from "./meeting-header";
import { OtherDeviceBar } from "./other-device-bar";
import { PurgedMeeting } from "./purged-meeting";
import { RoomPlace, type Tab, TabBar } from "./room-place";
import { StandingNotes } from "./standing-notes";
import { useFileIntent } from "./use-file-intent";
import { useLiveMeeting } from "./use-live-meeting";
import { MeetingActionsProvider } from "./use-meeting-actions";
import { useOffline } from "./use-offline";
import { notFetched, useOnDemand } from "./use-on-demand";
import { useOpenApplicant } from "./use-open-applicant";
import "./list/list.css";

const loadDrawer = async () => (await import("./drawer/applicant-drawer")).ApplicantDrawer;
const loadDialogs = async () => (await import("./dialogs/meeting-dialogs")).MeetingDialogs;

export function MeetingScreen({ opened, person }: { opened: OpenedMeeting; person: SignedInPerson }) {
  const store = useLiveMeeting(opened);
  return (
    <MeetingStoreProvider value={store}>
      <WhatThereIs person={person} />
    </MeetingStoreProvider>
  );
}

function WhatThereIs({ person }: { person: SignedInPerson }) {
  const isPurged = useMeeting(({ state }) => state.phase === "purged");
  return isPurged ? <PurgedMeeting person={person} /> : <WholeMeeting person={person} />;
}

function WholeMeeting({ person }: { person: SignedInPerson }) {
  const store = useMeetingStore();
  const isOffline = useOffline(store);
  const [desk] = useState(createListDesk);
  const [isBegun, setIsBegun] = useState(false);
  const [tab, setTab] = useState<Tab>("list");
  const [request, setRequest] = useState<DialogRequest | null>(null);
  const drawer = useOnDemand(loadDrawer);
  const dialogs = useOnDemand(loadDialogs);
  const { applicantId, open, close } = useOpenApplicant();

  const offline = useRef(isOffline);
  useEffect(() => {
    offline.current = isOffline;
  }, [isOffline]);
  const actions = useMemo(
    () =>
      createMeetingActions({
        store,
        ask: (wanted) => {
          void dialogs.want().then((isThere) => (isThere ? setRequest(wanted) : showToast(notFetched)));
        },
        isOffline: () => offline.current,
        onOwnMove: (id) => desk.ownMoves.add(id),
      }),
    [store, desk, dialogs.want],
  );
  const closeFile = useCallback(() => {
    if (applicantId) desk.focus.keep(applicantId);
    close();
  }, [desk, applicantId, close]);
  // Fetched at the first sign that a file will be opened, so that it opens at once. Rendered in the browser only: a live change
  // that came before its hydration would have thrown the server's rendering away.
  useFileIntent(drawer.want);
  useEffect(() => {
    if (applicantId === null) return;
    void drawer.want().then((isThere) => isThere || showToast(notFetched));
    // Whoever reads a file may well write about it next.
    void dialogs.want();
  }, [applicantId, drawer.want, dialogs.want]);

  return (
    <MeetingActionsProvider value={actions}>
      <div className={`flex h-dvh flex-col overflow-hidden ${applicantId ? "lg:pr-100" : ""}`}>
        <MeetingHeader person={person} onBegin={() => setIsBegun(true)} />
        <StandingNotes />
        <OtherDeviceBar />
        <main id="main" tabIndex={-1} className="relative flex min-h-0 flex-1 flex-col outline-none">
          <ConnectionBar isOffline={isOffline} isByPasscode={person.limitedTo !== undefined} />
          <RoomPlace tab={tab} isBegun={isBegun} desk={desk} openId={applicantId} onOpen={open}>
            <MeetingLists desk={desk} isOffline={isOffline} openId={applicantId} onOpen={open} />
          </RoomPlace>
        </main>
        <TabBar tab={tab} onTab={setTab} />
        <MeetingFoot />
      </div>
      {applicantId && drawer.Part && <drawer.Part applicantId={applicantId} onClose={closeFile} />}
      {/* Stays mounted once it is there, so that what is typed outlives a close by accident. */}
      {dialogs.Part && <dialogs.Part request={request} onDone={() => setRequest(null)} />}
    </MeetingActionsProvider>
  );
}
