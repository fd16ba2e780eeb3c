// `npm start`: makes sure that everything is installed and built, then becomes the server. Also:
//   --dev            the server from its sources, restarted and reloaded as they change
//   --build          installs and builds only
//   --run <program>  one of the other programs, with the arguments that follow
import { spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt, ensureInstalled, programs, root } from "./ensure-built.mjs";

const [mode, ...rest] = process.argv.slice(2);
process.chdir(root);
ensureInstalled();

if (mode === "--dev") {
  develop();
} else if (mode === "--build") {
  await ensureBuilt();
} else if (mode === "--run") {
  const [program, ...args] = rest;
  await ensureBuilt({ web: false });
  await become(program, args);
} else {
  await ensureBuilt();
  console.log("Starting …");
  await become("main", []);
}

/** Imported into this process, so that signals reach the program and its exit code is ours. */
async function become(program, args) {
  if (!Object.hasOwn(programs, program ?? "")) {
    console.error(`There is no program "${program ?? ""}". There are: ${Object.keys(programs).join(", ")}.`);
    process.exit(1);
  }
  process.env.NODE_ENV ??= "production";
  process.setSourceMapsEnabled(true);
  const file = path.join(root, "build", "server-app", `${program}.js`);
  process.argv = [process.execPath, file, ...args];
  await import(pathToFileURL(file).href);
}

function develop() {
  const tsx = path.join(root, "node_modules", "tsx", "dist", "cli.mjs");
  const child = spawn(process.execPath, [tsx, "watch", "--clear-screen=false", "server/main.ts"], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "development" },
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
}
