// From other sites, with the victim's cookie, as their browser would send it: sockets and forms.
import { type Attempt, ask, handshake, post, type Target } from "./target";

const victim = "faculty6@example.org";

/** What a browser says of a page that is not ours; some of it only a clever attacker's page can bring about. */
function foreign({ origin }: Target): [what: string, headers: Record<string, string>][] {
  const { host, hostname, protocol } = new URL(origin);
  const named = [
    "https://evil.example",
    "null",
    "file://",
    `${protocol}//${hostname}:1`,
    `${protocol}//${host}.evil.example`,
    `${protocol}//evil.example/${host}`,
    `${protocol}//${host}@evil.example`,
    `${protocol}//evil.example#${host}`,
    `${protocol}//${hostname}.`,
    `evil ${origin}`,
    "",
  ];
  return [
    ...named.map((from): [string, Record<string, string>] => [`Origin "${from}"`, { Origin: from }]),
    ["no Origin, Sec-Fetch-Site: cross-site", { "Sec-Fetch-Site": "cross-site" }],
    ["no Origin, Sec-Fetch-Site: same-site", { "Sec-Fetch-Site": "same-site" }],
  ];
}

const forms: [path: string, fields: Record<string, string>][] = [
  ["/sign-out", {}],
  ["/account", { do: "removePassword" }],
  ["/account", { do: "connectSso" }],
  ["/account/devices", { others: "1" }],
  ["/sign-in", { email: victim }],
  ["/demo", { email: victim }],
];

export async function originAttempts(target: Target): Promise<Attempt[]> {
  const cookie = await target.signIn(victim);
  return foreign(target).flatMap(([what, headers]) => [
    {
      kind: "handshakes from other sites",
      what,
      run: async () => (await handshake(target, { ...headers, Cookie: cookie })) !== 403,
    },
    ...forms.map(([path, fields]) => ({
      kind: "forms from other sites",
      what: `${path} ${JSON.stringify(fields)}, ${what}`,
      run: async () => {
        // Without an Origin the form is written by hand: `post` would name ours.
        const body = new URLSearchParams(fields).toString();
        const sent = { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": String(body.length) };
        const all = { ...sent, ...headers, Cookie: cookie };
        return (await ask(target, { method: "POST", path, body, headers: all })).status !== 403;
      },
    })),
  ]);
}

/** The same, from our own page: were it refused too, all of the above would prove nothing. */
export async function ownPageIsLetIn(target: Target): Promise<boolean> {
  const cookie = await target.signIn(victim);
  const socket = await handshake(target, { Origin: target.origin, Cookie: cookie });
  const form = await post(target, "/account/devices", { others: "1" }, { Cookie: cookie });
  return socket === 101 && form.status === 200;
}
