// What somebody has typed and not sent: kept per meeting, member and purpose, so that a dialog closed by accident, a dead
// connection or a reload loses nothing. Kept in the tab only, and gone with it.
import { useState } from "react";
import type { Applicant } from "../../../domain/applicant";
import { namesPerson } from "../../../domain/name-search";
import { useMeeting } from "../../meeting-store/use-meeting";
import { forgetTypedText } from "../../ui/typed-text";

/** `purpose` names the form and what it is about, e.g. `flag:«applicant id»`. */
export function useDraft<Fields extends object>(purpose: string, empty: Fields) {
  const meetingId = useMeeting(({ state }) => state.id);
  const memberId = useMeeting((snapshot) => snapshot.memberId);
  const key = draftKey(meetingId, memberId, purpose);
  const [draft, setDraft] = useState<Fields>(() => ({ ...empty, ...readDraft<Fields>(key) }));
  const change = (part: Partial<Fields>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    writeDraft(key, next);
  };
  return { draft, change, forget: () => forgetDraft(key) };
}

/** An objection is typed about one call, and stays so when another opens. */
export const objectionPurpose = (callId: string): string => `object ${callId}`;

export const hasObjectionDraft = (meetingId: string, memberId: string, callId: string): boolean =>
  Boolean(readDraft<{ sentence: string }>(draftKey(meetingId, memberId, objectionPurpose(callId))).sentence?.trim());

const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Told of every draft that is typed or forgotten on this page. */
export function onDrafts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const prefix = "rank-room draft ";

export const draftKey = (meetingId: string, memberId: string, purpose: string): string =>
  `${prefix}${meetingId} ${memberId} ${purpose}`;

// A browser may refuse to store anything (private windows, a full disk): the form itself still works.
function readDraft<Fields extends object>(key: string): Partial<Fields> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "{}") as Partial<Fields>;
  } catch {
    return {};
  }
}

function writeDraft(key: string, fields: object): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(fields));
  } catch {
    // See above.
  }
  tell();
}

export function forgetDraft(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // See above.
  }
  tell();
}

/**
 * After a recusal nothing about the applicant stays on the device, not even what the member wrote themselves: nor where an objection
 * names them before it was said whom it is about.
 */
export function forgetDraftsAbout({ id, name }: Pick<Applicant, "id" | "name">): void {
  const isNamed = namesPerson(name);
  forgetTypedText();
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (!key.startsWith(prefix)) continue;
      const { applicantId, sentence } = readDraft<{ applicantId: string; sentence: string }>(key);
      // An objection's key names its call, and what was typed names the applicant.
      const isTheirs = key.includes(id) || applicantId === id || (applicantId === "" && isNamed(sentence ?? ""));
      if (isTheirs) sessionStorage.removeItem(key);
    }
  } catch {
    // See above.
  }
  tell();
}
