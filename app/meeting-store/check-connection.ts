// A real round trip over the socket, for the lobby: opened like a meeting's, asked, and closed again. A refusal in words is an
// answer too: whoever waits for a host has no session yet, and their connection is as good.
import { openSocket } from "./connect";

export type ConnectionReport =
  | { isReached: true; milliseconds: number; isWebSocket: boolean }
  /** Nothing came back, or the server is not ready. */
  | { isReached: false };

const PATIENCE_MS = 8000;

export function checkConnection(): Promise<ConnectionReport> {
  return new Promise((resolve) => {
    const socket = openSocket();
    let openedAt = performance.now();
    let isWebSocket = false;
    const finish = (isReached: boolean) => {
      clearTimeout(tooLate);
      socket.disconnect();
      const milliseconds = Math.max(1, Math.round(performance.now() - openedAt));
      resolve(isReached ? { isReached, milliseconds, isWebSocket } : { isReached });
    };
    const tooLate = setTimeout(() => finish(false), PATIENCE_MS);
    // From here on one message goes there and one comes back.
    socket.io.on("open", () => {
      openedAt = performance.now();
      isWebSocket = socket.io.engine.transport.name === "websocket";
    });
    socket.on("connect", () => finish(true));
    socket.on("connect_error", (error: Error & { data?: { code?: string } }) => {
      const code = error.data?.code;
      // Without a code it never reached us; the library tries the other transport next.
      if (code !== undefined) finish(code !== "unavailable");
    });
    socket.connect();
  });
}
