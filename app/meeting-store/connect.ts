// The only place that opens a socket, and that decides which way it goes and when it is given up (decision 0055). Silence is no
// connection: whatever falls silent is cut and made anew, so that no page says "Live" while nothing reaches it.
import { io, type Socket } from "socket.io-client";
import {
  type ClientToServer,
  PATIENCE_MS,
  PING_EVERY_MS,
  PROTOCOL_VERSION,
  type ServerToClient,
} from "../../domain/protocol";
import { knownWay, takeWay, type Way, ways } from "./ways";

type BareSocket = Socket<ServerToClient, ClientToServer>;

export type MeetingSocket = BareSocket & Watch;

interface Watch {
  /** For what wants an answer: `patient().emit(…, (lost, answer) => …)`. */
  patient(): ReturnType<BareSocket["timeout"]>;
  /** No answer has come: the connection is lost for everybody who listens, and another one is made at once. */
  makeAnew(): void;
}

/** Opening the long way takes a few journeys there and back. */
const OPENING_MS = 8000;
const LOOK_EVERY_MS = 1000;
/** A WebSocket that has lived for this long was let through: when it falls silent then, it is the network. */
const PROVEN_MS = 30_000;

/** Not connected yet: the store decides when. `origin` and `headers` are for clients outside a browser. */
export const openSocket = (origin?: string, headers?: Record<string, string>): MeetingSocket => {
  const options = {
    // Where a WebSocket is refused, the other way is tried in the same moment.
    tryAllTransports: true,
    auth: { protocol: PROTOCOL_VERSION },
    autoConnect: false,
    forceNew: true,
    reconnectionDelay: 200,
    reconnectionDelayMax: 1000,
    // A request that waits is answered with every ping: longer than this it hangs, and would keep others from being sent.
    requestTimeout: PING_EVERY_MS + OPENING_MS,
    ...(headers && { extraHeaders: headers }),
  };
  const socket: BareSocket = origin === undefined ? io(options) : io(origin, options);
  return Object.assign(socket, watch(socket));
};

/** Looks after the socket for as long as it is open. */
function watch(socket: BareSocket): Watch {
  const manager = socket.io;
  let way = knownWay();
  /** Connections in a row that were given up early: a line that is merely slow is given more time with each. */
  let givenUp = 0;
  let openedAt = 0;
  let heardAt = 0;
  let timer: ReturnType<typeof setInterval>;
  const go = (next: Way) => {
    way = next;
    manager.opts.transports = [...ways[way]];
    manager.timeout(way === 0 ? PATIENCE_MS : OPENING_MS);
  };
  const turn = (next: Way) => {
    go(next);
    takeWay(next);
  };
  const patience = () => PATIENCE_MS * 2 ** Math.min(givenUp, 3);
  const makeAnew = () => {
    const isYoung = Date.now() - openedAt < PROVEN_MS;
    givenUp = isYoung ? givenUp + 1 : 0;
    if (way < 2 && isYoung && manager.engine.transport.name === "websocket") turn(way === 0 ? 1 : 2);
    socket.disconnect();
    socket.connect();
  };
  const look = () => {
    // By the clock on the wall: after a sleep the first look finds that nothing was heard for too long.
    const now = Date.now();
    const isUnanswered = !socket.connected && now - openedAt > patience();
    if (isUnanswered || now - heardAt > PING_EVERY_MS + patience()) makeAnew();
  };
  go(way);
  manager.on("open", () => {
    openedAt = Date.now();
    heardAt = openedAt;
    // Refused at once, and it works without.
    if (way === 0 && manager.engine.transport.name === "polling") turn(1);
    manager.engine.on("packet", () => {
      heardAt = Date.now();
    });
    manager.engine.on("upgrade", () => {
      openedAt = Date.now();
    });
    clearInterval(timer);
    timer = setInterval(look, LOOK_EVERY_MS);
  });
  manager.on("error", (error) => {
    // Swallowed without an answer.
    if (way === 0 && error.message === "timeout") turn(1);
  });
  manager.on("close", () => clearInterval(timer));
  return { patient: () => socket.timeout(patience()), makeAnew };
}
