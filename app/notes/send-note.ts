// One save over the wire, and everything that can come of it.
import type { ApplicantId } from "../../domain/ids";
import type { NoteSaveAnswer, SavedNote } from "../../server/context/notes";
import { fetchInTime } from "../fetch-in-time";
import type { Sending } from "./draft";

export type SendOutcome =
  | { is: "saved"; note: SavedNote }
  | { is: "conflict"; theirs: SavedNote | null }
  /** Trying again as it is would be refused again. */
  | { is: "refused"; sentence: string }
  | { is: "signedOut" }
  /** The server, or the way to it, is away: to be tried again. */
  | { is: "away" };

export type SendNote = (applicantId: ApplicantId, sending: Sending) => Promise<SendOutcome>;

export const sendNoteTo =
  (seasonId: string): SendNote =>
  async (applicantId, sending) => {
    const form = new FormData();
    form.set("save", JSON.stringify(sending));
    let response: Response;
    try {
      response = await fetchInTime(`/seasons/${seasonId}/notes/${applicantId}/save`, {
        method: "POST",
        body: form,
        headers: { Accept: "application/json" },
        // A note may leave while its page does.
        keepalive: true,
      });
    } catch {
      return { is: "away" };
    }
    if (response.status === 401) return { is: "signedOut" };
    try {
      return outcomeOf((await response.json()) as NoteSaveAnswer);
    } catch {
      // Not our answer: a proxy's page, or a server that is coming or going.
      return { is: "away" };
    }
  };

function outcomeOf(answer: NoteSaveAnswer): SendOutcome {
  if (answer.ok) return { is: "saved", note: answer.note };
  if (answer.code === "conflict") return { is: "conflict", theirs: answer.theirs };
  return typeof answer.message === "string" ? { is: "refused", sentence: answer.message } : { is: "away" };
}
