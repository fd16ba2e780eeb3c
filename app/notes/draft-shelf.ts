// Where drafts stand on the device: under the person, the season and the applicant, so that whoever signs in here next is shown
// nothing of them. A draft is taken away as soon as the server has it.
import type { ApplicantId, MemberId } from "../../domain/ids";
import type { Draft } from "./draft";

export interface DraftShelf {
  /** False: the device does not keep it (its storage is full, or closed to pages). */
  put(applicantId: ApplicantId, draft: Draft): boolean;
  take(applicantId: ApplicantId): void;
  all(): ReadonlyMap<ApplicantId, Draft>;
}

/** Where the browser's owner has closed storage to pages, reading `localStorage` throws, and nothing is kept. */
export const deviceShelf = (personId: MemberId, seasonId: string): DraftShelf => {
  try {
    return draftShelf(localStorage, personId, seasonId);
  } catch {
    return { put: () => false, take: () => {}, all: () => new Map() };
  }
};

export function draftShelf(storage: Storage, personId: MemberId, seasonId: string): DraftShelf {
  const prefix = `rank-room/note/${personId}/${seasonId}/`;
  return {
    put(applicantId, draft) {
      try {
        storage.setItem(prefix + applicantId, JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    take(applicantId) {
      storage.removeItem(prefix + applicantId);
    },
    all() {
      const drafts = new Map<ApplicantId, Draft>();
      for (let at = 0; at < storage.length; at++) {
        const key = storage.key(at) ?? "";
        const draft = key.startsWith(prefix) ? readDraft(storage.getItem(key)) : null;
        if (draft) drafts.set(key.slice(prefix.length), draft);
      }
      return drafts;
    },
  };
}

/** Ours, or null for whatever else stands there. */
function readDraft(text: string | null): Draft | null {
  try {
    const draft = JSON.parse(text ?? "null") as Partial<Draft> | null;
    if (!draft?.content || typeof draft.content !== "object") return null;
    return { base: draft.base ?? null, content: draft.content, sending: draft.sending ?? null };
  } catch {
    return null;
  }
}
