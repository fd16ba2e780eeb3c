// How often the depth lines hold, in made-up programs (bench/depth-worlds): beside each chance the part of the worlds in which
// everything was filled by its line, from the years that may come and, to compare, from the one best estimate.
import { parseArgs } from "node:util";
import { depthChances } from "../domain/depth";
import { expectedDepth } from "../domain/depth-years";
import { seededRandom } from "../domain/seeded-random";
import { bestEstimate, coverage, makeWorld } from "./depth-worlds";

const { values: options } = parseArgs({
  options: { worlds: { type: "string", default: "1000" }, seed: { type: "string", default: "1" } },
});
const worldCount = Number(options.worlds);
const percent = (part: number): string => `${(100 * part).toFixed(1)}%`.padStart(7);

console.log(
  `${worldCount} worlds a row; held by the line of   ${depthChances.map((chance) => `${chance}%`).join("      ")}`,
);
for (const spread of [0, 0.15, 0.3, 0.45]) {
  for (const cycles of [2, 3, 4]) {
    const random = seededRandom(Number(options.seed));
    const worlds = Array.from({ length: worldCount }, () => makeWorld(random, { cycles, spread }));
    const best = coverage(worlds, bestEstimate);
    const many = coverage(worlds, expectedDepth);
    const row = (of: typeof best) => depthChances.map((chance) => percent(of[chance])).join(" ");
    console.log(
      `years differ by ${spread.toFixed(2)}, ${cycles} cycles:  ${row(many)}   (best estimate alone: ${row(best)})`,
    );
  }
}
