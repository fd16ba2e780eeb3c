// The connection of a store as its mark shows it.
import type { Connection } from "../meeting-store/meeting-store";
import type { ConnectionState } from "../ui/connection-mark";

export const connectionMarks: Record<Connection, ConnectionState> = {
  connecting: "reconnecting",
  live: "live",
  reconnecting: "reconnecting",
  updated: "offline",
  signedOut: "offline",
  unpledged: "offline",
  gone: "offline",
};
