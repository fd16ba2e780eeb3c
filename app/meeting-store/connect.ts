// The only place that opens a socket. WebSocket first, polling where a proxy does not let it through.
import { io, type Socket } from "socket.io-client";
import { type ClientToServer, PROTOCOL_VERSION, type ServerToClient } from "../../domain/protocol";

export type MeetingSocket = Socket<ServerToClient, ClientToServer>;

/** Not connected yet: the store decides when. `origin` and `headers` are for clients outside a browser. */
export const openSocket = (origin?: string, headers?: Record<string, string>): MeetingSocket => {
  const options = {
    transports: ["websocket", "polling"],
    auth: { protocol: PROTOCOL_VERSION },
    autoConnect: false,
    forceNew: true,
    reconnectionDelay: 200,
    reconnectionDelayMax: 1000,
    timeout: 8000,
    ...(headers && { extraHeaders: headers }),
  };
  return origin === undefined ? io(options) : io(origin, options);
};
