// The Socket.IO server as this program types it.
import type { Server, Socket } from "socket.io";
import type { ApplicantId, MeetingId, MemberId } from "../domain/ids";
import type { ClientToServer, ServerToClient } from "../domain/protocol";

export interface SocketData {
  memberId: MemberId;
  sessionId: string;
  holding?: { meetingId: MeetingId; applicantId: ApplicantId } | undefined;
}

type NoEvents = Record<string, never>;
export type MeetingServer = Server<ClientToServer, ServerToClient, NoEvents, SocketData>;
export type MeetingSocket = Socket<ClientToServer, ServerToClient, NoEvents, SocketData>;
