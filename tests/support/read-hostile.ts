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
// Of the processor: how long it takes by the clock says what else this machine does.
const start = process.cpuUsage();
const read = await readUpload(bytes);
const { user, system } = process.cpuUsage(start);
const milliseconds = (user + system) / 1000;
clearInterval(watch);
look();
console.log(JSON.stringify({ message: read.ok ? null : read.message, milliseconds, megabytes: (peak - before) / 1e6 }));
