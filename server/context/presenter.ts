// The screen on the wall, as pages are handed it. Types only, as in load-context.
import type { MeetingId, MemberId } from "../../domain/ids";
import type { QrDrawing } from "../../domain/joining";
import type { PresenterView } from "../../domain/presenter";

export interface PresenterScreen {
  view: PresenterView;
  /** The server's time, for countdowns. */
  now: string;
  /** Where to join, while the door has a code. */
  join: { qr: QrDrawing } | null;
}

export interface PresenterService {
  /** How many screens' links are alive. Null for whoever may not show the wall. */
  links(meetingId: MeetingId, personId: MemberId): Promise<{ title: string; alive: number } | null>;
  /** A link for a wall, shown once: only its hash is kept. */
  open(meetingId: MeetingId, personId: MemberId): Promise<{ path: string } | null>;
  /** Ends all of them. */
  end(meetingId: MeetingId, personId: MemberId): Promise<boolean>;
  /** What the wall shows. Null: the link is unknown, over or ended. */
  look(token: string): Promise<PresenterScreen | null>;
  /** The same for a wall that shows the log at `since`: "same" where that is what it still shows. */
  lookAgain(token: string, since: string | null): Promise<PresenterScreen | "same" | null>;
}
