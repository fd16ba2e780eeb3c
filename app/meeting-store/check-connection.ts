// A real round trip over the socket, for the lobby: opened like a meeting's, asked, and closed again. A refusal in words is an
// answer too: whoever waits for a host has no session yet, and their connection is as good.
import { openSocket } from "./connect";

export type ConnectionReport =
  | { isReached: true; milliseconds: number; isWebSocket: boolean }
  /** Nothing came back, or the server is not ready. */
  | { isReached: false };

const GIVEN_UP_MS = 9000;
/** From the slower way to a WebSocket, where one gets through. */
const UPGRADE_MS = 1500;

export function checkConnection(): Promise<ConnectionReport> {
  return new Promise((resolve) => {
    const socket = openSocket();
    let openedAt = performance.now();
    const finish = (report: ConnectionReport) => {
      clearTimeout(tooLate);
      socket.disconnect();
      resolve(report);
    };
    let tooLate = setTimeout(() => finish({ isReached: false }), GIVEN_UP_MS);
    const answered = () => {
      const milliseconds = Math.max(1, Math.round(performance.now() - openedAt));
      const { engine } = socket.io;
      const say = () => finish({ isReached: true, milliseconds, isWebSocket: engine.transport.name === "websocket" });
      if (engine.transport.name === "websocket") return say();
      clearTimeout(tooLate);
      tooLate = setTimeout(say, UPGRADE_MS);
      engine.once("upgrade", say);
    };
    // From here on one message goes there and one comes back.
    socket.io.on("open", () => {
      openedAt = performance.now();
    });
    socket.on("connect", answered);
    socket.on("connect_error", (error: Error & { data?: { code?: string } }) => {
      const code = error.data?.code;
      // Without a code it never reached us, and is tried again another way.
      if (code === "unavailable") finish({ isReached: false });
      else if (code !== undefined) answered();
    });
    socket.connect();
  });
}
