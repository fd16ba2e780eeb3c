// The meeting screen: header, lists, foot, and what opens over them. The server renders it whole; in the browser it goes live.
import { useState } from "react";
import type { DepthLine } from "../../server/context/looking-back";
import type { SignedInPerson } from "../../server/load-context";
import type { OpenedMeeting } from "../meeting-store/meeting-store";
import { MeetingStoreProvider, useMeeting } from "../meeting-store/use-meeting";
import { OfflineProvider } from "./act-button";
import { ConnectionBar } from "./connection-bar";
import { MeetingLists } from "./list/meeting-lists";
import { MeetingFoot } from "./meeting-foot";
import { MeetingHeader } from "./meeting-header";
import { OtherDeviceBar } from "./other-device-bar";
import { PurgedMeeting } from "./purged-meeting";
import { RehearsalBand } from "./rehearsal-band";
import { RoomPlace, type Tab, TabBar } from "./room-place";
import { StandingNotes } from "./standing-notes";
import { useDepth } from "./use-depth";
import { useListScreen } from "./use-list-screen";
import { useLiveMeeting } from "./use-live-meeting";
import { MeetingActionsProvider } from "./use-meeting-actions";
import "./list/list.css";

const loadDrawer = async () => (await import("./drawer/applicant-drawer")).ApplicantDrawer;

interface WholeProps {
  person: SignedInPerson;
  /** Null: not for this person. */
  depth: DepthLine | null;
}

export function MeetingScreen({ opened, ...whole }: WholeProps & { opened: OpenedMeeting }) {
  const store = useLiveMeeting(opened);
  return (
    <MeetingStoreProvider value={store}>
      <WhatThereIs {...whole} />
    </MeetingStoreProvider>
  );
}

function WhatThereIs(whole: WholeProps) {
  const isPurged = useMeeting(({ state }) => state.phase === "purged");
  return isPurged ? <PurgedMeeting person={whole.person} /> : <WholeMeeting {...whole} />;
}

function WholeMeeting({ person, depth: loadedDepth }: WholeProps) {
  const depth = useDepth(loadedDepth);
  const screen = useListScreen(loadDrawer);
  const [isBegun, setIsBegun] = useState(false);
  const [tab, setTab] = useState<Tab>("list");
  const { openId, isOffline, File, Dialogs } = screen;
  return (
    <MeetingActionsProvider value={screen.actions}>
      <OfflineProvider value={isOffline}>
        <div className={`meeting-frame flex h-dvh flex-col overflow-clip ${openId ? "lg:pr-100" : ""}`}>
          <RehearsalBand />
          <MeetingHeader person={person} onBegin={() => setIsBegun(true)} />
          <StandingNotes />
          <OtherDeviceBar />
          <main id="main" tabIndex={-1} className="relative flex min-h-0 flex-1 flex-col outline-none">
            <ConnectionBar isOffline={isOffline} isByPasscode={person.limitedTo !== undefined} />
            <RoomPlace tab={tab} isBegun={isBegun} desk={screen.desk} openId={openId} onOpen={screen.open}>
              <MeetingLists
                desk={screen.desk}
                isOffline={isOffline}
                openId={openId}
                onOpen={screen.open}
                onClose={screen.closeFile}
                depth={depth?.marks}
              />
            </RoomPlace>
          </main>
          <TabBar tab={tab} onTab={setTab} />
          <MeetingFoot depth={depth?.words} />
        </div>
        {openId && File && <File applicantId={openId} onClose={screen.closeFile} />}
        {/* Stays mounted once it is there, so that what is typed outlives a close by accident. */}
        {Dialogs && <Dialogs request={screen.request} onDone={screen.endRequest} />}
      </OfflineProvider>
    </MeetingActionsProvider>
  );
}
