// What stands in the meeting's menu: commands, files, pages, settings, and the keys.
import { type ReactNode, useSyncExternalStore } from "react";
import { mayAsk } from "../../domain/policy";
import { useMeeting } from "../meeting-store/use-meeting";
import type { DialogRequest } from "./dialogs/dialog-request";
import { meetingPlaces } from "./meeting-places";
import { shortcutsAreOn, subscribeToShortcuts, switchShortcuts } from "./shortcuts";
import { useMeetingActions } from "./use-meeting-actions";

const line = "flex min-h-9 w-full items-center px-4 text-left hover:bg-middle-tint pointer-coarse:min-h-11";

export function MenuLines() {
  const actions = useMeetingActions();
  const meetingId = useMeeting(({ state }) => state.id);
  const kind = useMeeting(({ state }) => state.kind);
  const role = useMeeting(({ state, memberId }) => state.members[memberId]?.role ?? "observer");
  const hasShortcuts = useSyncExternalStore(subscribeToShortcuts, shortcutsAreOn, () => true);
  const ask = (from: Element, request: DialogRequest) => {
    const menu = from.closest("details");
    if (menu) menu.open = false;
    // What opens now gives the focus back to it.
    menu?.querySelector("summary")?.focus();
    actions.ask(request);
  };
  return (
    <>
      <Group heading="Commands">
        <button type="button" className={line} onClick={(event) => ask(event.currentTarget, { kind: "commands" })}>
          Find somebody, or do something…
        </button>
      </Group>
      {meetingPlaces(role, kind).map(({ heading, isApart, places }) => (
        <Group key={heading} heading={heading}>
          {places.map(({ path, label }) => (
            <a
              key={path}
              href={`/meetings/${meetingId}/${path}`}
              target={isApart && "_blank"}
              rel="noreferrer"
              className={line}
            >
              {label}
            </a>
          ))}
        </Group>
      ))}
      {mayAsk(role, "changeSettings") && (
        <Group heading="Meeting">
          <button type="button" className={line} onClick={(event) => ask(event.currentTarget, { kind: "settings" })}>
            Quota and champions…
          </button>
        </Group>
      )}
      <Group heading="Keyboard">
        <button type="button" className={line} onClick={(event) => ask(event.currentTarget, { kind: "help" })}>
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
    </>
  );
}

const Group = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <div className="border-hairline not-first:mt-2 not-first:border-t not-first:pt-2">
    <h2 className="px-4 py-1 text-meta font-normal text-muted">{heading}</h2>
    {children}
  </div>
);
