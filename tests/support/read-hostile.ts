// Reads a file as an upload is read, in a process of its own, and says what that took: for tests of time and memory.
import { readFileSync } from "node:fs";
import { readUpload } from "../../server/import/read-upload";

const bytes = readFileSync(process.argv[2] ?? "");
const before = process.memoryUsage().rss;
let peak = before;
const look = () => {
  peak = Math.max(peak, process.memoryUsage().rss);
};
const watch = setInterval(look, 1);
const start = performance.now();
const read = await readUpload(bytes);
const milliseconds = performance.now() - start;
clearInterval(watch);
look();
console.log(JSON.stringify({ message: read.ok ? null : read.message, milliseconds, megabytes: (peak - before) / 1e6 }));
