// The drawing of a QR code holds every dark module once, and nothing in the quiet zone.
import { encode } from "uqr";
import { expect, test } from "vitest";
import { drawQr } from "../../server/joining/qr-drawing";

const link = "https://rank.example.org/join/H1SN5R09GZms1XB4Y_4xPg";

test("the path is the code, module by module", () => {
  const { size, path } = drawQr(link);
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let n = 0; n < Number(length); n++) {
      const row = drawn[Number(y)] as boolean[];
      expect(row[Number(x) + n]).toBe(false);
      row[Number(x) + n] = true;
    }
  }
  expect(drawn).toEqual(encode(link, { ecc: "M", border: 4 }).data);
  expect(drawn.slice(0, 4).flat()).not.toContain(true);
});
