// What belongs to the meeting and not to a row: its files, its settings, its roster, and the keys.
import Ellipsis from "lucide-react/icons/ellipsis";
import { type ReactNode, useSyncExternalStore } from "react";
import { mayAsk, mayAtDoor, mayInProgram, maySee } from "../../domain/policy";
import { useMeeting } from "../meeting-store/use-meeting";
import { HeaderPanel } from "./header-panel";
import { shortcutsAreOn, subscribeToShortcuts, switchShortcuts } from "./shortcuts";
import { useMeetingActions } from "./use-meeting-actions";

const files = [
  { path: "r3.txt?id=aamc", label: "File for R3, by AAMC ID" },
  { path: "r3.txt?id=nrmp", label: "File for R3, by NRMP ID" },
  { path: "rank-list.csv", label: "Spreadsheet, CSV" },
  { path: "rank-list.xlsx", label: "Spreadsheet, Excel" },
] as const;

const line = "flex min-h-9 w-full items-center px-4 text-left hover:bg-middle-tint pointer-coarse:min-h-11";

export function MeetingMenu() {
  const actions = useMeetingActions();
  const meetingId = useMeeting(({ state }) => state.id);
  const role = useMeeting(({ state, memberId }) => state.members[memberId]?.role ?? "observer");
  const isRehearsal = useMeeting(({ state }) => state.kind === "rehearsal");
  const hasShortcuts = useSyncExternalStore(subscribeToShortcuts, shortcutsAreOn, () => true);
  return (
    <HeaderPanel label="Files, settings and keys" summary={<Ellipsis size={18} className="mx-1" aria-hidden />}>
      {maySee(role, "rankListFile") && !isRehearsal && (
        <Group heading="The list as a file">
          {files.map(({ path, label }) => (
            <a key={path} href={`/meetings/${meetingId}/${path}`} target="_blank" rel="noreferrer" className={line}>
              {label}
            </a>
          ))}
        </Group>
      )}
      {mayAtDoor(role, "showCode") && (
        <Group heading="The wall">
          <a href={`/meetings/${meetingId}/presenter`} className={line}>
            Presenter screen
          </a>
          {mayInProgram({ role, isAdministrator: false }, "rehearse") && (
            <a href={`/meetings/${meetingId}/rehearsal`} className={line}>
              Rehearsal
            </a>
          )}
        </Group>
      )}
      {mayAsk(role, "changeSettings") && (
        <Group heading="Meeting">
          <button type="button" className={line} onClick={() => actions.ask({ kind: "settings" })}>
            Quota and champions…
          </button>
        </Group>
      )}
      {mayInProgram({ role, isAdministrator: false }, "viewRoster") && (
        <Group heading="Program">
          <a href={`/meetings/${meetingId}/roster`} className={line}>
            Roster
          </a>
        </Group>
      )}
      <Group heading="Keyboard">
        <button type="button" className={line} onClick={() => actions.ask({ kind: "help" })}>
          Keys and help
        </button>
        <label className={`${line} cursor-pointer gap-2`}>
          <input
            type="checkbox"
            checked={hasShortcuts}
            onChange={(event) => switchShortcuts(event.currentTarget.checked)}
          />
          Single keys act on the list
        </label>
      </Group>
    </HeaderPanel>
  );
}

const Group = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <div className="border-hairline not-first:mt-2 not-first:border-t not-first:pt-2">
    <h2 className="px-4 py-1 text-meta font-normal text-muted">{heading}</h2>
    {children}
  </div>
);
