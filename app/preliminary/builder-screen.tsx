// The preliminary list while it is made: the meeting's own lists on the draft's log, live for everybody who prepares, and beside
// them what it can be started from, its snapshots, the checks and the freeze. On a phone it is to read.
import { useFetchers, useRevalidator } from "@remix-run/react";
import { useEffect, useMemo, useState } from "react";
import type { PreliminaryPage } from "../../server/context/preliminary";
import type { SignedInPerson } from "../../server/load-context";
import { OfflineProvider } from "../meeting/act-button";
import { ConnectionBar } from "../meeting/connection-bar";
import { MeetingLists } from "../meeting/list/meeting-lists";
import { MeetingFoot } from "../meeting/meeting-foot";
import { StandingNotes } from "../meeting/standing-notes";
import { useListScreen } from "../meeting/use-list-screen";
import { useLiveMeeting } from "../meeting/use-live-meeting";
import { MeetingActionsProvider } from "../meeting/use-meeting-actions";
import { notFetched, useOnDemand } from "../meeting/use-on-demand";
import { MeetingStoreProvider, useMeeting } from "../meeting-store/use-meeting";
import { showToast } from "../ui/toasts";
import { BuilderHeader } from "./builder-header";
import type { BuilderPart } from "./builder-part";
import { usePhone } from "./use-phone";
import { SeasonContext } from "./use-season";
import "../meeting/list/list.css";
import "./draft-lists.css";

interface BuilderScreenProps {
  person: SignedInPerson;
  page: Extract<PreliminaryPage, { stage: "draft" }>;
}

const loadFile = async () => (await import("./draft-drawer")).DraftDrawer;
const loadParts = async () => (await import("./builder-parts")).BuilderParts;

const onPhone = "On a phone the preliminary list is to read. Open it on a larger screen to move applicants.";

export function BuilderScreen({ person, page }: BuilderScreenProps) {
  const store = useLiveMeeting(page.opened);
  const season = useMemo(
    () => ({ ...page.season, mayFreeze: page.mayFreeze, hasImportedList: page.hasImportedList }),
    [page],
  );
  return (
    <SeasonContext.Provider value={season}>
      <MeetingStoreProvider value={store}>
        <Builder person={person} />
      </MeetingStoreProvider>
    </SeasonContext.Provider>
  );
}

function Builder({ person }: { person: SignedInPerson }) {
  const shut = usePhone() ? onPhone : undefined;
  const screen = useListScreen(loadFile, shut);
  const { openId, isOffline, closeFile, File, Dialogs } = screen;
  const parts = useOnDemand(loadParts);
  const [part, setPart] = useState<BuilderPart | null>(null);
  useReloadWhenFrozen();

  const open = (wanted: BuilderPart) => {
    if (wanted.kind === "checks") closeFile();
    void parts.want().then((isThere) => (isThere ? setPart(wanted) : showToast(notFetched)));
  };
  const openFile = (applicantId: string) => {
    // They stand in the same place.
    if (part?.kind === "checks") setPart(null);
    screen.open(applicantId);
  };
  const isBeside = openId !== null || part?.kind === "checks";
  return (
    <MeetingActionsProvider value={screen.actions}>
      <OfflineProvider value={isOffline}>
        <div className={`meeting-frame flex h-dvh flex-col overflow-clip ${isBeside ? "lg:pr-100" : ""}`}>
          <BuilderHeader person={person} onOpen={open} />
          <StandingNotes />
          <main id="main" tabIndex={-1} className="draft-lists relative flex min-h-0 flex-1 flex-col outline-none">
            {shut && <p className="border-b border-hairline bg-middle-tint px-4 py-1.5 text-meta">{shut}</p>}
            <ConnectionBar isOffline={isOffline} isByPasscode={false} />
            <MeetingLists
              desk={screen.desk}
              isOffline={isOffline}
              shut={shut}
              openId={openId}
              onOpen={openFile}
              onClose={screen.closeFile}
            />
          </main>
          <MeetingFoot />
        </div>
        {openId && File && <File applicantId={openId} onClose={closeFile} />}
        {Dialogs && <Dialogs request={screen.request} onDone={screen.endRequest} />}
        {part && parts.Part && (
          <parts.Part part={part} onOpen={open} onOpenFile={openFile} onClose={() => setPart(null)} />
        )}
      </OfflineProvider>
    </MeetingActionsProvider>
  );
}

/**
 * Whoever is shown out of a draft may have seen it frozen: the page then shows what it has become. Not in the window that freezes
 * it, because a page that is loaded anew would take the place of the way to the meeting.
 */
function useReloadWhenFrozen(): void {
  const isGone = useMeeting(({ connection }) => connection === "gone");
  const isFreezing = useFetchers().some(({ formData }) => formData?.get("intent") === "freeze");
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (isGone && !isFreezing) revalidate();
  }, [isGone, isFreezing, revalidate]);
}
