// Who asks, as proxies tell it.
import { expect, test } from "vitest";
import { addressOf, networkOf } from "../../server/client-address";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["192.0.2.7:50312", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["[2001:db8::1]:443", "2001:db8::1"],
  ["[2001:db8::1]", "2001:db8::1"],
  ["2001:DB8:0:0:0:0:0:1", "2001:db8::1"],
  ["fe80::1%eth0", "fe80::1"],
  ["unknown", "unknown"],
  ["", ""],
])("%s is on record as %s", (told, address) => {
  expect(addressOf(told)).toBe(address);
});

test("[LIMIT-1] one IPv4 address with whatever port, and one /64 of IPv6, count as one", () => {
  expect(networkOf("192.0.2.7:50312")).toBe(networkOf("192.0.2.7:50313"));
  expect(networkOf("192.0.2.7")).not.toBe(networkOf("192.0.2.8"));
  expect(networkOf("2001:db8:1:2::1")).toBe(networkOf("2001:db8:1:2:aaaa:bbbb:cccc:dddd"));
  expect(networkOf("2001:db8:1:2::1")).not.toBe(networkOf("2001:db8:1:3::1"));
});
