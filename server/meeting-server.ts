// The Socket.IO server as this program types it.
import type { Server, Socket } from "socket.io";
import type { ApplicantId, MeetingId, MemberId } from "../domain/ids";
import type { ClientToServer, ServerToClient } from "../domain/protocol";

export interface SocketData {
  memberId: MemberId;
  sessionId: string;
  /** The one meeting that a session given at its door is good for; null for a full sign-in. */
  limitedTo: MeetingId | null;
  holding?: { meetingId: MeetingId; applicantId: ApplicantId } | undefined;
  /** What it was last told of each meeting's door. */
  toldOfDoor?: Readonly<Record<MeetingId, string>>;
}

type NoEvents = Record<string, never>;
export type MeetingServer = Server<ClientToServer, ServerToClient, NoEvents, SocketData>;
export type MeetingSocket = Socket<ClientToServer, ServerToClient, NoEvents, SocketData>;
