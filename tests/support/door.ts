// Devices at a meeting's door, as a test drives them: a browser's cookies, and the services that a request is handed.
import type { OpenDatabase } from "../../db/client";
import { savePerson } from "../../db/people";
import type { JoinIntent } from "../../domain/joining-schemas";
import { createCookie, type RequestHeaders } from "../../server/auth/cookie";
import { createSessions, type Sessions } from "../../server/auth/session";
import { demoSeason } from "../../server/demo/season";
import { Door } from "../../server/joining/door";
import { type GuestParts, joiningFor } from "../../server/joining/guest";
import { doorServiceAt } from "../../server/joining/host";
import { LiveMeetings } from "../../server/live-meetings";
import type { DoorService } from "../../server/load-context";
import { createLog } from "../../server/log";
import { quietDispatcher } from "../../server/quiet-dispatcher";
import { importSeason } from "../../server/season-import";
import { aClock, type TestClock } from "./test-clock";

export interface TestDoor {
  db: OpenDatabase["db"];
  clock: TestClock;
  door: Door;
  host: DoorService;
  sessions: Sessions;
  meetingId: string;
  /** By the mailbox of the demo season: `faculty5`. */
  personId(mailbox: string): Promise<string>;
  /** The PD opens the door; resolves to the link's code and the passcode. */
  open(): Promise<{ code: string; passcode: string }>;
  /** At the door of another process, if one is given. */
  aDevice(address?: string, door?: Door): TestDevice;
}

/** A door on the demo season, its clock set by hand. */
export async function aDoor({ db }: Pick<OpenDatabase, "db">): Promise<TestDoor> {
  const clock = aClock();
  const log = createLog("silent");
  const live = new LiveMeetings();
  const { meetingId } = await importSeason(demoSeason(), { db, live, dispatcher: quietDispatcher({ db, live, log }) });
  const sessions = createSessions({
    db,
    clock: clock.now,
    cookie: createCookie("rank-room", { publicUrl: undefined }),
  });
  const door = new Door(db, clock.now);
  const host = doorServiceAt(door, "https://rank.example.org");
  const personId = async (mailbox: string) => {
    const email = `${mailbox}@example.org`;
    const { id } = await db.selectFrom("people").select("id").where("email", "=", email).executeTakeFirstOrThrow();
    return id;
  };
  return {
    db,
    clock,
    door,
    host,
    sessions,
    meetingId,
    personId,
    async open() {
      const pd = await personId("pd");
      await host.run(meetingId, pd, { act: "renewCode" });
      const view = await host.view(meetingId, pd);
      if (!view?.invitation) throw new Error("the door did not open");
      return { code: view.invitation.link.split("/").at(-1) ?? "", passcode: view.invitation.passcode };
    },
    aDevice: (address, otherDoor = door) => new TestDevice({ door: otherDoor, sessions }, address),
  };
}

/** For tests that ask what the door does, and not what it leaves in the audit trail. */
export const offTheRecord: GuestParts["audit"] = { entered: async () => {}, refused: async () => {} };

/** A browser: it keeps its cookies and does one thing at a time. */
export class TestDevice {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly parts: { door: Door; sessions: Sessions },
    private readonly address = "10.0.0.1",
    private readonly audit = offTheRecord,
  ) {}

  get headers(): RequestHeaders {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return { host: "127.0.0.1", "user-agent": "a phone", cookie };
  }

  keep(setCookie: string | undefined): void {
    const [name = "", value = ""] = (setCookie?.split(";")[0] ?? "").split("=");
    if (name) this.cookies.set(name, value);
  }

  forgetAll(): void {
    this.cookies.clear();
  }

  private joining() {
    const deviceCookie = createCookie("rank-room-join", { publicUrl: undefined });
    return joiningFor(
      { ...this.parts, deviceCookie, audit: this.audit },
      { headers: this.headers, address: this.address },
    );
  }

  look = (code: string) => this.joining().look(code);
  expected = (code: string) => this.joining().expected(code);

  async does(code: string, intent: JoinIntent) {
    const answer = await this.joining().answer(code, intent);
    this.keep(answer.setCookie);
    return answer;
  }

  async enter(code: string) {
    const entered = await this.joining().enter(code);
    this.keep(entered?.setCookie);
    return entered;
  }

  /** From the passcode to the queue, under a name that may be in use elsewhere. */
  async asksAs(personId: string, { code, passcode }: { code: string; passcode: string }): Promise<void> {
    await this.does(code, { intent: "passcode", passcode });
    await this.does(code, { intent: "name", personId });
    if ((await this.look(code)).step === "taken") await this.does(code, { intent: "continueHere" });
    await this.does(code, { intent: "pledge", pledged: "yes" });
  }

  session = () => this.parts.sessions.read(this.headers);
}

export const aStranger = (db: OpenDatabase["db"], email = "stranger@example.org"): Promise<string> =>
  savePerson(db, { name: "A Stranger", email });
