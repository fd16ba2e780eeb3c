// Where a request that changes something may come from.
import { describe, expect, test } from "vitest";
import { isFromOurPages, originRefusal } from "../../server/same-origin";

const host = "rank.example.org";

test("our own pages may, by whatever scheme the proxy ends", () => {
  expect(isFromOurPages({ host, origin: "https://rank.example.org" }, undefined)).toBe(true);
  expect(isFromOurPages({ host, origin: "http://rank.example.org" }, undefined)).toBe(true);
});

describe("with PUBLIC_URL", () => {
  const publicUrl = "https://rank.example.org";

  test.each(["127.0.0.1:3000", "rank.example.org:8443", "app", "rank.example.org", undefined])(
    "its pages may, whatever Host the proxy passes on: %s",
    (host) => {
      expect(isFromOurPages({ ...(host && { host }), origin: publicUrl }, publicUrl)).toBe(true);
    },
  );

  test("[WEB-1] nobody else may, though they name the host that was asked for", () => {
    for (const [host, origin] of [
      ["evil.example", "https://evil.example"],
      ["127.0.0.1:3000", "http://127.0.0.1:3000"],
      ["rank.example.org", "http://rank.example.org"],
    ] as const)
      expect(isFromOurPages({ host, origin }, publicUrl), origin).toBe(false);
  });

  test("a refusal names the setting, both addresses, and nothing that was made up", () => {
    expect(originRefusal({ host: "app", origin: "https://rank.example.org:8443" }, publicUrl)).toBe(
      "This request came from https://rank.example.org:8443, which is another site to this server, so nothing was done. This server's address is https://rank.example.org (PUBLIC_URL). Open Rank Room there, or set PUBLIC_URL to the address people open.",
    );
    expect(originRefusal({ host: "app", origin: "<script>" }, undefined)).toContain("came from elsewhere");
    expect(originRefusal({ host: "app", origin: "https://rank.example.org" }, undefined)).toContain(
      "set PUBLIC_URL to it",
    );
  });
});

test("a hidden origin is ours where the browser says so, and only there", () => {
  for (const publicUrl of [undefined, "https://rank.example.org"]) {
    expect(isFromOurPages({ host, origin: "null", "sec-fetch-site": "same-origin" }, publicUrl)).toBe(true);
    for (const site of ["cross-site", "same-site", "none", undefined])
      expect(isFromOurPages({ host, origin: "null", ...(site && { "sec-fetch-site": site }) }, publicUrl), site).toBe(
        false,
      );
  }
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
