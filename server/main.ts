// The server. Starts on import, and ends in order on SIGTERM or SIGINT; the only module with side effects on import.
import { boot } from "./boot";
import { runCommand } from "./command";
import type { Logger } from "./log";

/** After a signal. Then whatever still hangs is cut off; committed work is safe either way. */
const drainPatience = 10_000;

await runCommand(async (config, log) => {
  const signalled = firstSignal(log);
  const server = await boot(config, log);
  console.log(`Rank Room is open at ${server.origin}`);
  await signalled;
  console.log("Closing: finishing what is under way.");
  await server.close();
  console.log("Rank Room is closed.");
  process.exit(0);
});

function firstSignal(log: Logger): Promise<void> {
  let count = 0;
  return new Promise((resolve) => {
    const onSignal = () => {
      count += 1;
      // Asked twice: somebody is waiting at the terminal.
      if (count > 1) process.exit(1);
      setTimeout(() => {
        log.error("closing took too long and was cut short");
        process.exit(1);
      }, drainPatience).unref();
      resolve();
    };
    process.on("SIGTERM", onSignal);
    process.on("SIGINT", onSignal);
  });
}
