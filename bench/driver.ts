// A process full of clients of one target, in one of seven modes. Reads its task from a JSON file, prints its figures
// as one line of JSON.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Client, MoveSource, openClient, type Target } from "./clients";
import { cpuMicroseconds, longestStall, residentKb, round, sleep, summarise } from "./figures";

export type Mode = "latency" | "room" | "throughput" | "idle" | "meetings" | "reconnect" | "processes";
export interface Task {
  mode: Mode;
  target: Target;
  serverPid: number;
  /** Of all server processes that share the load, where there are several. */
  serverPids?: number[];
  clients: number;
  rooms: number;
  /** The first of them, where several drivers share the load. */
  firstRoom?: number;
  seconds: number;
  /** Moves a second, of one room. */
  rate: number;
}

const task: Task = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const { target, serverPid, clients: perRoom } = task;

/** A move on its way: when it left, and how many have yet to see it. */
interface Flight {
  start: number;
  left: number;
  counts: boolean;
  landed(): void;
}
const flights = new Map<string, Flight>();
const slowest: number[] = [];
let deliveries = 0;
const failures = new Map<string, number>();

class Room {
  readonly clients: Client[] = [];
  private source: MoveSource | undefined;
  constructor(
    private readonly index: number,
    private readonly senders: number,
  ) {}

  async open(): Promise<void> {
    for (let person = 0; person < perRoom; person++) {
      const client = openClient(target, this.index, person);
      const order = await client.join();
      // An earlier round has left the list in another order than the season's.
      this.source ??= new MoveSource(order ?? target.seasons.meetings[this.index]?.middle ?? [], this.senders);
      client.onMove((id) => seen(person, id));
      this.clients.push(client);
    }
  }

  /**
   * The director puts somebody before the room and opens a silent round, and half a second after half a second one member more
   * gives a ballot, or changes it. Resolves to what ends it; where the server knows no rooms, nothing happens.
   */
  async runRound(): Promise<() => Promise<void>> {
    const [director, ...members] = this.clients;
    const [applicantId] = target.seasons.meetings[this.index]?.middle ?? [];
    if (!director?.ask || applicantId === undefined) return async () => {};
    const ask = director.ask;
    const roundId = randomUUID();
    await ask(randomUUID(), { type: "spotlightApplicant", applicantId });
    await ask(roundId, { type: "openRound", applicantIds: [applicantId], isAnonymous: false });
    let count = 0;
    const voting = setInterval(() => {
      count += 1;
      const choice = count % 2 === 0 ? "endorse" : "neutral";
      void members[count % members.length]?.ask?.(randomUUID(), { type: "castBallot", roundId, applicantId, choice });
    }, 500);
    return async () => {
      clearInterval(voting);
      await ask(randomUUID(), { type: "revealRound", roundId });
      await ask(randomUUID(), { type: "spotlightApplicant", applicantId: null });
    };
  }

  /** Resolves when everybody else has the move. */
  send(sender: number, counts: boolean): Promise<void> {
    const move = (this.source as MoveSource).next(sender);
    return new Promise((landed) => {
      flights.set(move.id, { start: performance.now(), left: perRoom - 1, counts, landed });
      senderOf.set(move.id, sender);
      (this.clients[sender] as Client).move(move).catch((error: Error) => {
        failures.set(error.message, (failures.get(error.message) ?? 0) + 1);
        flights.delete(move.id);
        landed();
      });
    });
  }
}
const senderOf = new Map<string, number>();

function seen(person: number, id: string): void {
  const flight = flights.get(id);
  // Our own server tells the sender too; the plain one does not. Neither counts.
  if (!flight || senderOf.get(id) === person) return;
  deliveries += 1;
  flight.left -= 1;
  if (flight.left > 0) return;
  if (flight.counts) slowest.push(performance.now() - flight.start);
  flights.delete(id);
  senderOf.delete(id);
  flight.landed();
}

const cpu = () => cpuMicroseconds(serverPid);
const failuresSeen = () => Object.fromEntries(failures);
async function drain(): Promise<void> {
  const end = performance.now() + 10_000;
  while (flights.size > 0 && performance.now() < end) await sleep(20);
}

/** Open loop: a move leaves when it is due, whatever has come back. */
async function sendAtRate(rooms: Room[], perSecond: number, seconds: number): Promise<number> {
  const total = Math.round(perSecond * seconds);
  const start = performance.now();
  for (let n = 0; n < total; n++) {
    const wait = start + (n * 1000) / perSecond - performance.now();
    if (wait > 1) await sleep(wait);
    void (rooms[n % rooms.length] as Room).send(0, true);
  }
  return total;
}

async function latency({ inRound } = { inRound: false }): Promise<object> {
  const room = new Room(0, 1);
  await room.open();
  const endRound = inRound ? await room.runRound() : undefined;
  // Servers of both kinds are measured warm: compiled code, not the interpreter's first look at it.
  for (let n = 0; n < 500; n++) {
    void room.send(0, false);
    await sleep(10);
  }
  await drain();
  const [cpuBefore, before] = [cpu(), deliveries];
  const sent = await sendAtRate([room], task.rate, task.seconds);
  await drain();
  await endRound?.();
  return {
    sent,
    lost: flights.size,
    slowest: summarise(slowest),
    cpuPerDelivery: round((cpu() - cpuBefore) / (deliveries - before), 1),
  };
}

async function throughput(): Promise<object> {
  const senders = 10;
  const inFlight = 8;
  const room = new Room(0, senders);
  await room.open();
  let isOver = false;
  let counts = false;
  let completed = 0;
  const slot = async (sender: number) => {
    while (!isOver) {
      await room.send(sender, counts);
      if (counts) completed += 1;
    }
  };
  const slots = Array.from({ length: senders * inFlight }, (_, index) => slot(index % senders));
  await sleep(2000);
  counts = true;
  const [cpuBefore, before, start] = [cpu(), deliveries, performance.now()];
  await sleep(task.seconds * 1000);
  const seconds = (performance.now() - start) / 1000;
  const figures = {
    movesPerSecond: round(completed / seconds, 1),
    cpuPerDelivery: round((cpu() - cpuBefore) / (deliveries - before), 1),
  };
  isOver = true;
  await Promise.race([Promise.all(slots), sleep(5000)]);
  return { ...figures, slowest: summarise(slowest), lost: flights.size };
}

async function idle(): Promise<object> {
  const collect = async () => {
    process.kill(serverPid, "SIGURG");
    await sleep(1500);
  };
  // The first of each room pays for what is loaded once.
  const open: Client[] = [];
  const join = async (n: number) => {
    const client = openClient(target, n % task.rooms, Math.floor(n / task.rooms) + 1);
    await client.join();
    open.push(client);
  };
  for (let n = 0; n < task.rooms; n++) await join(n);
  await collect();
  const before = residentKb(serverPid);
  const total = perRoom * task.rooms;
  for (let n = 0; n < total; n += 25) {
    await Promise.all(Array.from({ length: Math.min(25, total - n) }, (_, index) => join(task.rooms + n + index)));
  }
  await sleep(2000);
  await collect();
  return { connections: total, kbPerConnection: round((residentKb(serverPid) - before) / total, 1) };
}

async function meetings(): Promise<object> {
  const rooms = Array.from({ length: task.rooms }, (_, index) => new Room(index, 1));
  for (let n = 0; n < rooms.length; n += 5) await Promise.all(rooms.slice(n, n + 5).map((room) => room.open()));
  for (const room of rooms) void room.send(0, false);
  await drain();
  await sleep(1500);
  const [cpuBefore, before] = [cpu(), deliveries];
  const sent = await sendAtRate(rooms, task.rate * task.rooms, task.seconds);
  await drain();
  return {
    rooms: task.rooms,
    sent,
    lost: flights.size,
    slowest: summarise(slowest),
    cpuPerDelivery: round((cpu() - cpuBefore) / (deliveries - before), 1),
  };
}

/**
 * Meetings that have nothing to do with each other, at a rate that every server keeps up with: a move is then a transaction and a packet
 * of its own. A saturated server takes many together, and its CPU for a move says how saturated it is.
 */
async function processes(): Promise<object> {
  const first = task.firstRoom ?? 0;
  const rooms = Array.from({ length: task.rooms }, (_, index) => new Room(first + index, 1));
  for (const room of rooms) await room.open();
  const cpuOfAll = () => (task.serverPids ?? []).reduce((sum, pid) => sum + cpuMicroseconds(pid), 0);
  // Compiled code, at each process.
  await sendAtRate(rooms, 2 * task.rate * task.rooms, 10);
  await drain();
  slowest.splice(0);
  const cpuBefore = cpuOfAll();
  const moves = await sendAtRate(rooms, task.rate * task.rooms, task.seconds);
  await drain();
  return { cpuUsed: cpuOfAll() - cpuBefore, moves, slowest: summarise(slowest), lost: flights.size };
}

/** Everybody comes back in one moment: first with what they know, then each in need of the whole state. */
async function reconnect(): Promise<object> {
  const everybody = Array.from({ length: perRoom * task.rooms }, (_, n) => [
    n % task.rooms,
    Math.floor(n / task.rooms),
  ]);
  const stallSince = async () => (target.kind === "plain" ? undefined : longestStall(target.url));
  const comeBack = async (whole: boolean) => {
    await stallSince();
    const start = performance.now();
    const clients = everybody.map(([room = 0, person = 0]) => openClient(target, room, person));
    await Promise.all(clients.map((client) => client.join({ whole })));
    const joined = round(performance.now() - start, 0);
    const stall = await stallSince();
    for (const client of clients) client.close();
    await sleep(2000);
    return { joined, stall };
  };
  // Heads are learnt and code is warmed by a few.
  for (const [room = 0, person = 0] of everybody.slice(0, 2 * task.rooms)) {
    const client = openClient(target, room, person);
    await client.join();
    client.close();
  }
  return { sockets: everybody.length, known: await comeBack(false), whole: await comeBack(true) };
}

const figures = await {
  latency,
  room: () => latency({ inRound: true }),
  throughput,
  idle,
  meetings,
  reconnect,
  processes,
}[task.mode]();
console.log(JSON.stringify({ ...figures, failures: failuresSeen() }));
process.exit(0);
