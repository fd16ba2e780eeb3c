// What every page's answer has to say, or a browser protects nobody.
import { type Attempt, ask, type Target } from "./target";

export function headerAttempts(target: Target): Attempt[] {
  const isSecure = target.origin.startsWith("https:");
  const wanted: [header: string, holds: (value: string) => boolean][] = [
    ["content-security-policy", (value) => /script-src 'self' 'nonce-[^']+'(;|$)/.test(value)],
    [
      "content-security-policy",
      (value) => !/script-src [^;]*unsafe|style-src [^;]*unsafe|default-src [^;]*\*/.test(value),
    ],
    [
      "content-security-policy",
      (value) => value.includes("frame-ancestors 'none'") && value.includes("base-uri 'none'"),
    ],
    ["x-content-type-options", (value) => value === "nosniff"],
    ["permissions-policy", (value) => value.includes("camera=()")],
    ["referrer-policy", (value) => value === "same-origin"],
    ["cache-control", (value) => value.includes("no-store")],
    ["strict-transport-security", (value) => (isSecure ? /max-age=\d{7,}/.test(value) : value === "")],
    ["x-powered-by", (value) => value === ""],
    ["access-control-allow-origin", (value) => value === ""],
  ];
  return ["/sign-in", "/no/such/page", "/account"].flatMap((path) =>
    wanted.map(([header, holds]) => ({
      kind: "headers left out",
      what: `${header} of ${path}`,
      async run() {
        const { headers } = await ask(target, { path, headers: { Origin: "https://evil.example" } });
        return !holds(String(headers[header] ?? ""));
      },
    })),
  );
}
