// A meeting that goes on and on while everything around it fails now and then: members' Wi-Fi, a server process, Redis, the line to the
// database. All the time, and in the end, nobody is behind and no join was answered with anything but the log (SYNC-1, PIPE-4).
import type { Kysely } from "kysely";
import { openDatabase } from "../../db/client";
import { canonicalJson } from "../../db/hash-chain";
import type { Database } from "../../db/schema";
import type { MeetingId, MemberId } from "../../domain/ids";
import { redactState, viewOf } from "../../domain/redact";
import { seededRandom } from "../../domain/seeded-random";
import { aMeetingService } from "../support/a-service";
import { enterAt, type ServerProcess } from "../support/server-process";
import { countConnections, figuresOf, lostOrDoubled, type ServerFigures } from "./figures";
import { Judge } from "./judge";
import { Person } from "./person";
import { type Faults, Surroundings } from "./surroundings";

export interface SoakOptions {
  databaseUrl: string;
  /** With it two processes serve the meeting, and Redis goes away and comes back. */
  redisPath: string | undefined;
  seconds: number;
  clients: number;
  movesPerSecond: number;
  /** Without, nothing happens but the moves. */
  withFaults: boolean;
  seed: number;
  /** True ends it early. */
  isOver?: () => boolean;
  /** Every ten seconds. */
  onLook?: (figures: SoakFigures) => void;
}

export interface SoakFigures {
  seconds: number;
  seq: number;
  moves: number;
  joins: number;
  judged: number;
  wrong: readonly string[];
  /** Who is live, and has not what the log had at the look before. */
  behind: string[];
  /** To the database, of everybody. */
  connections: number;
  servers: ServerFigures[];
}

export interface SoakResult extends SoakFigures {
  /** After the last move and the last fault: who does not have exactly what the log says. */
  different: string[];
  lostOrDoubled: number;
  faults: Faults;
}

const TICK_MS = 250;
const LOOK_TICKS = 40;
/** How long news may take, and a connection that was taken away to come back. */
const PATIENCE_MS = 5000;

export async function soak(options: SoakOptions): Promise<SoakResult> {
  const { databaseUrl, redisPath, movesPerSecond } = options;
  const around = await Surroundings.begin(databaseUrl, redisPath);
  const { db, close } = openDatabase(databaseUrl, { max: 2 });
  const people: Person[] = [];
  try {
    const { id: meetingId } = await db
      .selectFrom("meetings")
      .select("id")
      .where("kind", "=", "meeting")
      .executeTakeFirstOrThrow();
    const judge = new Judge(db, meetingId);
    const movers = await whoMayMove(db, meetingId);
    for (let index = 0; index < options.clients; index++) {
      const server = around.servers[index % around.servers.length] as ServerProcess;
      people.push(await enter(movers[index % movers.length] as Mover, server, judge));
    }
    const watch = new Watch(db, judge, people, around);
    const random = seededRandom(options.seed);
    const behind = new Set<string>();
    const moves: Promise<void>[] = [];
    const ticks = (options.seconds * 1000) / TICK_MS;
    for (let tick = 1; tick <= ticks && !options.isOver?.(); tick++) {
      await sleep(TICK_MS);
      if (options.withFaults) around.strike(random, () => random.pick(people).blip());
      const due = (movesPerSecond * TICK_MS) / 1000;
      const extra = random.chance(due % 1) ? 1 : 0;
      for (let n = Math.floor(due) + extra; n > 0; n--) moves.push(random.pick(people).move(random));
      if (tick % LOOK_TICKS === 0) {
        const figures = await watch.look();
        for (const one of figures.behind) behind.add(one);
        options.onLook?.(figures);
      }
    }
    await around.calm();
    await Promise.race([Promise.all(moves), sleep(4 * PATIENCE_MS)]);
    const different = await watch.whoDiffers();
    const accepted = people.flatMap((person) => person.accepted);
    return {
      ...(await watch.look()),
      ...{ behind: [...behind], different, faults: around.faults },
      lostOrDoubled: await lostOrDoubled(db, meetingId, accepted),
    };
  } finally {
    for (const person of people) person.leave();
    await close();
    await around.end();
  }
}

interface Mover {
  id: MemberId;
  email: string;
}

const whoMayMove = (db: Kysely<Database>, meetingId: MeetingId): Promise<Mover[]> =>
  db
    .selectFrom("meeting_members")
    .innerJoin("people", "people.id", "meeting_members.person_id")
    .select(["people.id", "people.email"])
    .where("meeting_members.meeting_id", "=", meetingId)
    .where("meeting_members.role", "in", ["pd", "associatePd", "chief", "faculty"])
    .orderBy("people.email")
    .execute();

async function enter({ id, email }: Mover, { origin }: ServerProcess, judge: Judge): Promise<Person> {
  const cookie = await enterAt(origin, email);
  const opened = await aMeetingService(judge.db).open(judge.meetingId, id);
  if (!opened) throw new Error(`${email} is not on the roster`);
  return new Person(email, { origin, cookie, opened, judge });
}

class Watch {
  private readonly start = performance.now();
  /** Where the log stood at the look before. */
  private before = { at: Date.now(), seq: 0 };

  constructor(
    private readonly db: Kysely<Database>,
    private readonly judge: Judge,
    private readonly people: readonly Person[],
    private readonly around: Surroundings,
  ) {}

  async look(): Promise<SoakFigures> {
    const { judge, people } = this;
    await judge.look();
    const sum = (of: (person: Person) => number) => people.reduce((all, person) => all + of(person), 0);
    return {
      seconds: Math.round((performance.now() - this.start) / 1000),
      seq: judge.head.seq,
      moves: sum(({ accepted }) => accepted.length),
      joins: sum(({ joins }) => joins),
      judged: judge.judged,
      wrong: judge.wrong,
      behind: this.whoIsBehind(),
      connections: await countConnections(this.db),
      servers: await Promise.all(this.around.servers.map(figuresOf)),
    };
  }

  private whoIsBehind(): string[] {
    const now = Date.now();
    const { at, seq: due } = this.before;
    if (now - at < PATIENCE_MS) return [];
    this.before = { at: now, seq: this.judge.head.seq };
    return this.people
      .filter((person) => person.isLive && person.blippedAt < now - PATIENCE_MS)
      .filter(({ store }) => store.getConfirmed().seq < due)
      .map(({ email, store }) => `${email} at ${store.getConfirmed().seq} of ${due}`);
  }

  /** Everybody gets a while to come back. */
  async whoDiffers(): Promise<string[]> {
    let different: string[] = [];
    for (let tries = 0; tries < 60; tries++) {
      await this.judge.look();
      different = this.people.filter((person) => !isAsLogged(person, this.judge)).map(({ email }) => email);
      if (different.length === 0) return [];
      await sleep(500);
    }
    return different;
  }
}

function isAsLogged({ store }: Person, { head }: Judge): boolean {
  const { memberId, pendingCount } = store.getSnapshot();
  const view = viewOf(head, memberId);
  if (!view || pendingCount > 0 || store.getConfirmed().seq !== head.seq) return false;
  const partsOf = ({ order, endorsements, flags, lastMoves }: typeof head) =>
    canonicalJson({ order, endorsements, flags, lastMoves });
  return partsOf(store.getConfirmed()) === partsOf(redactState(head, view, memberId));
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
