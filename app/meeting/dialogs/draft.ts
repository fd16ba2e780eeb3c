// What somebody has typed and not sent: kept per meeting, member and purpose, so that a dialog closed by accident, a dead
// connection or a reload loses nothing. Kept in the tab only, and gone with it.
import { useState } from "react";
import { useMeeting } from "../../meeting-store/use-meeting";

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
}

function forgetDraft(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // See above.
  }
}

/** After a recusal nothing about the applicant stays on the device, not even what the member wrote themselves. */
export function forgetDraftsAbout(id: string): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(prefix) && key.includes(id)) sessionStorage.removeItem(key);
    }
  } catch {
    // See above.
  }
}
