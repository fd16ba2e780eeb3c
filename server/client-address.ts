// Who asks, by network address: as it is put on record, and as limits count it.
import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import { isLoopback } from "./auth/cookie";

/**
 * A plain address out of what the connection or a proxy says: some proxies add the port, and IPv4 may come dressed as IPv6.
 * What is no address is passed on as it came.
 */
export function addressOf(told: string | undefined): string {
  const parsed = parse(told ?? "");
  return parsed === undefined ? (told ?? "").trim() : parsed.toString();
}

/** What counts as one place: an IPv4 address, or the /64 that every device with IPv6 has to itself. */
export function networkOf(address: string): string {
  const parsed = parse(address);
  if (parsed === undefined || parsed.kind() === "ipv4") return parsed?.toString() ?? address;
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString()}/64`;
}

/** What proxies add, of which a program on this machine sends nothing. */
const forwarded = ["forwarded", "x-forwarded-for", "x-forwarded-proto", "x-real-ip", "via"];

/** Was it asked on this machine itself, by a name that means this machine, and passed on by nobody? */
export const isFromHere = ({ socket, headers }: Pick<IncomingMessage, "socket" | "headers">): boolean =>
  isLoopback(addressOf(socket.remoteAddress)) &&
  isLoopback(headers.host) &&
  !forwarded.some((name) => headers[name] !== undefined);

function parse(told: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const text = told.trim();
  // 192.0.2.1:4711, [2001:db8::1]:4711, [2001:db8::1], and link-local addresses with their zone.
  const address = text
    .replace(/^\[(.*)\](?::\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
    .replace(/%.*$/, "");
  const isWhole = ipaddr.IPv6.isValid(address) || ipaddr.IPv4.isValidFourPartDecimal(address);
  return isWhole ? ipaddr.process(address) : undefined;
}
