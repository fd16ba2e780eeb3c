// What a soaked meeting runs on, and what fails there now and then: two processes with Redis between them (one, where there is no
// Redis), and a line to the database that takes its time.
import { type ChildProcess, spawn } from "node:child_process";
import type { Random } from "../../domain/seeded-random";
import { aFreePort, type ServerProcess, startServerProcess } from "../support/server-process";
import { type SlowLine, slowLine } from "./slow-line";

export interface Faults {
  blips: number;
  slowLines: number;
  redisCuts: number;
  kills: number;
}

export class Surroundings {
  readonly faults: Faults = { blips: 0, slowLines: 0, redisCuts: 0, kills: 0 };
  private redis: ChildProcess | undefined;
  /** Something is away, and comes back when this is over. */
  private away: Promise<void> | undefined;

  private constructor(
    readonly servers: ServerProcess[],
    private readonly line: SlowLine,
    private readonly env: Record<string, string>,
    private readonly startRedis: (() => ChildProcess) | undefined,
  ) {}

  static async begin(databaseUrl: string, redisPath: string | undefined): Promise<Surroundings> {
    const line = await slowLine(databaseUrl);
    const port = await aFreePort();
    const startRedis =
      redisPath === undefined
        ? undefined
        : () => spawn(redisPath, ["--port", String(port), "--save", "", "--bind", "127.0.0.1"], { stdio: "ignore" });
    const env = {
      ...{ DATABASE_URL: line.url, DEMO_MODE: "1", LOG_LEVEL: "error" },
      ...(startRedis && { REDIS_URL: `redis://127.0.0.1:${port}` }),
    };
    const here = new Surroundings([], line, env, startRedis);
    here.redis = startRedis?.();
    try {
      for (let n = 0; n < (startRedis ? 2 : 1); n++) here.servers.push(await startServerProcess({ dataDir: "", env }));
    } catch (error) {
      await here.end();
      throw error;
    }
    return here;
  }

  /** Called four times a second: breaks something, or does not. One thing is away at a time. */
  strike({ chance, between, pick }: Random, blip: () => void): void {
    const happens = (everySeconds: number) => chance(1 / (4 * everySeconds));
    if (happens(2)) {
      this.faults.blips += 1;
      for (let n = between(1, 4); n > 0; n--) blip();
    }
    if (happens(3)) {
      this.faults.slowLines += 1;
      this.line.delay = pick([0, 0, between(1, 60)]);
    }
    if (this.away || !this.startRedis) return;
    if (happens(25)) this.away = this.cutRedis(between(1000, 5000));
    else if (happens(40)) this.away = this.kill(between(0, this.servers.length - 1));
  }

  /** Everything is there again. */
  async calm(): Promise<void> {
    await this.away;
    this.line.delay = 0;
  }

  async end(): Promise<void> {
    await this.away;
    await Promise.all(this.servers.map((server) => server.stop()));
    this.redis?.kill("SIGKILL");
    this.line.close();
  }

  private async cutRedis(milliseconds: number): Promise<void> {
    this.faults.redisCuts += 1;
    this.redis?.kill("SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    this.redis = this.startRedis?.();
    this.away = undefined;
  }

  private async kill(nth: number): Promise<void> {
    this.faults.kills += 1;
    const { origin, kill } = this.servers[nth] as ServerProcess;
    await kill();
    const port = Number(new URL(origin).port);
    this.servers[nth] = await startServerProcess({ dataDir: "", port, env: this.env });
    this.away = undefined;
  }
}
