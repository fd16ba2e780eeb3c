// A QR code as one SVG path, drawn on the server so that no page needs code for it. Error correction M: a projector's picture is
// clean, and fewer modules are read from farther away.
import { encode } from "uqr";
import type { QrDrawing } from "../../domain/joining";

/** Light modules around it that scanners need. */
const quietZone = 4;

export function drawQr(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: "M", border: quietZone });
  const runs = data.flatMap((row, y) => darkRuns(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  return { size, path: runs.join("") };
}

/** Start and length of each run of dark modules. */
function darkRuns(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    if (!isDark) return;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
