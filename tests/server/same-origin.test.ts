// Where a request that changes something may come from.
import { expect, test } from "vitest";
import { isFromOurPages } from "../../server/same-origin";

const host = "rank.example.org";

test("our own pages may, by whatever scheme the proxy ends", () => {
  expect(isFromOurPages({ host, origin: "https://rank.example.org" }, undefined)).toBe(true);
  expect(isFromOurPages({ host, origin: "http://rank.example.org" }, undefined)).toBe(true);
});

test("pages of PUBLIC_URL may, also when the proxy rewrites the host", () => {
  expect(
    isFromOurPages({ host: "127.0.0.1:3000", origin: "https://rank.example.org" }, "https://rank.example.org"),
  ).toBe(true);
});

test("[WEB-1] another site, another port and a page without an origin may not", () => {
  for (const origin of ["https://evil.example", "http://rank.example.org:8080", "null", "not a url"]) {
    expect(isFromOurPages({ host, origin }, undefined), origin).toBe(false);
  }
});

test("[WEB-1] without Origin, what the browser says of the site decides; a program says nothing and may", () => {
  expect(isFromOurPages({ host }, undefined)).toBe(true);
  expect(isFromOurPages({ host, "sec-fetch-site": "same-origin" }, undefined)).toBe(true);
  expect(isFromOurPages({ host, "sec-fetch-site": "cross-site" }, undefined)).toBe(false);
});
