// For whoever looks elsewhere: the title of a tab that is behind says what the room asks, a phone does not go dark while it asks, and
// afterwards a call that nobody here saw is told, and one for which words were typed and not sent, with the way to object late.
// Fetched with the first call or round.
import { useEffect, useReducer, useState, useSyncExternalStore } from "react";
import { openCallOf, openRoundOf } from "../../../domain/room";
import { askedOf, missedCall, unsentCall } from "../../../domain/while-away";
import { useMeeting, useMeetingStore } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { announce } from "../../ui/live-region";
import { useAwake } from "../../ui/use-awake";
import { draftKey, forgetDraft, hasObjectionDraft, objectionPurpose, onDrafts } from "../dialogs/draft";
import { useMeetingActions } from "../use-meeting-actions";
import { rangeWords } from "./room-words";

export function WhileAway() {
  const isBehind = useIsBehind();
  const isAsking = useMeeting(
    ({ state: { room } }) => openCallOf(room) !== undefined || openRoundOf(room) !== undefined,
  );
  useTitle(isBehind);
  useAwake(isAsking && matchMedia("(pointer: coarse)").matches);
  return (
    <>
      <UnsentObjection />
      <MissedCall isBehind={isBehind} />
    </>
  );
}

function useIsBehind(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      document.addEventListener("visibilitychange", onChange);
      return () => document.removeEventListener("visibilitychange", onChange);
    },
    () => document.visibilityState === "hidden",
    () => false,
  );
}

function useTitle(isBehind: boolean): void {
  const asked = useMeeting(({ state, memberId }) => askedOf(state, memberId));
  useEffect(() => {
    if (!isBehind || !asked) return;
    const title = document.title;
    document.title = `${asked} · ${title}`;
    return () => {
      document.title = title;
    };
  }, [isBehind, asked]);
}

function MissedCall({ isBehind }: { isBehind: boolean }) {
  const store = useMeetingStore();
  const state = useMeeting((snapshot) => snapshot.state);
  const memberId = useMeeting((snapshot) => snapshot.memberId);
  const isLive = useMeeting(({ connection }) => connection === "live");
  const [, lookAgain] = useReducer((count: number) => count + 1, 0);
  const openId = openCallOf(state.room)?.id;
  // Also before this page was loaded anew.
  const [seen] = useState(() => seenIn(`rank-room calls seen ${state.id} ${memberId}`));
  useEffect(() => {
    if (openId && isLive && !isBehind) seen.add(openId);
  }, [openId, isLive, isBehind, seen]);
  const call =
    isLive && !isBehind
      ? missedCall(state, memberId, seen.ids(), store.getSnapshot().clockSkew + Date.now())
      : undefined;
  const words = call && `The call for objections to ${rangeWords(state, call)} ended while you were away.`;
  useEffect(() => {
    if (words) announce(words);
  }, [words]);
  if (!call) return null;
  const dismiss = () => {
    seen.add(call.id);
    lookAgain();
  };
  return <LateNotice label="A call was missed" words={words} callId={call.id} other="Dismiss" onOther={dismiss} />;
}

/** What was typed when the time ended waits here, also while another call is open. */
function UnsentObjection() {
  const state = useMeeting((snapshot) => snapshot.state);
  const memberId = useMeeting((snapshot) => snapshot.memberId);
  const find = () => unsentCall(state, memberId, (callId) => hasObjectionDraft(state.id, memberId, callId))?.id;
  const callId = useSyncExternalStore(onDrafts, find, () => undefined);
  const call = state.room.calls.find(({ id }) => id === callId);
  if (!call) return null;
  return (
    <LateNotice
      label="An objection was not sent"
      words={`What you typed in the call for objections to ${rangeWords(state, call)} was not sent.`}
      callId={call.id}
      other="Throw it away"
      onOther={() => forgetDraft(draftKey(state.id, memberId, objectionPurpose(call.id)))}
    />
  );
}

interface LateNoticeProps {
  label: string;
  words: string | undefined;
  callId: string;
  other: string;
  onOther: () => void;
}

function LateNotice({ label, words, callId, other, onOther }: LateNoticeProps) {
  const actions = useMeetingActions();
  return (
    <aside
      aria-label={label}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-hairline bg-middle-tint px-4 py-1.5"
    >
      <p className="min-w-0 flex-1 basis-60">{words}</p>
      <Button onClick={() => actions.ask({ kind: "object", callId })}>Object late…</Button>
      <Button variant="quiet" onClick={onOther}>
        {other}
      </Button>
    </aside>
  );
}

interface Seen {
  ids(): ReadonlySet<string>;
  add(id: string): void;
}

/** Kept for the tab; a browser that stores nothing tells a call once more after a reload. */
function seenIn(key: string): Seen {
  let ids: ReadonlySet<string> = new Set();
  try {
    ids = new Set(sessionStorage.getItem(key)?.split(" "));
  } catch {
    // See above.
  }
  return {
    ids: () => ids,
    add(id) {
      ids = new Set([...ids, id]);
      try {
        sessionStorage.setItem(key, [...ids].join(" "));
      } catch {
        // See above.
      }
    },
  };
}
