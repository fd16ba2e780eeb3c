// Addresses that try to leave the pages: for files of the server, other sites, or a fault.
import { type Attempt, ask, type Target } from "./target";

const paths = [
  "/../package.json",
  "/..%2fpackage.json",
  "/..%2f..%2f..%2fetc/passwd",
  "/%2e%2e/%2e%2e/package.json",
  "/%2e%2e%2f%2e%2e%2fpackage.json",
  "/%252e%252e%252fpackage.json",
  "/..%252f..%252fetc%252fpasswd",
  "/..%5c..%5cpackage.json",
  "/..\\..\\package.json",
  "/....//....//package.json",
  "/assets/../../../package.json",
  "/assets/..%2f..%2f..%2fpackage.json",
  "/assets/%2e%2e/%2e%2e/%2e%2e/package.json",
  "/assets/..%252f..%252fserver-app/main.js",
  "/assets/%c0%ae%c0%ae/package.json",
  "/assets//etc/passwd",
  "/assets/",
  "/package.json",
  "/package.json%00.svg",
  "/favicon.svg%00/../../package.json",
  "/.env",
  "/.git/config",
  "/.data/postgresql/password",
  "/build/server/index.js",
  "/server/main.ts",
  "/proc/self/environ",
  "/%00",
  "/%",
  "/%ff",
  "/%e0%80%80",
  "/sign-in/%00",
  "/sign-in/%ff",
  "/sign-in/..%2faccount",
  "/meetings/%00",
  "/meetings/%ff",
  "/meetings/..%2f..%2fetc%2fpasswd",
  "/meetings/..%2faccount/r3.txt?id=aamc",
  "/meetings/x/applicants/%00/history",
  "/account/..%2fdevices",
  "//evil.example",
  "//evil.example/%2f..",
  "/\\evil.example",
  "/%2f%2fevil.example",
  "/sign-in?to=https://evil.example",
  "/sign-in?to=//evil.example",
  "/sign-in?to=/%09/evil.example",
  "/sign-in?to=/%5cevil.example",
  "/sign-in?to=/.//evil.example",
  "/sign-in/sso?to=//evil.example",
  "/sign-in/sso/callback?code=x&state=x",
  "/sign-in/sso/callback?error=%00&state=%ff",
  "/sign-in/sso/refused?why=__proto__",
  "/?_data=routes/home",
  "/account.data?_routes=%00",
  "/account.data?_routes=routes/meeting",
  "/__manifest?p=%00",
  "/__manifest",
  "/socket.io/../package.json",
  "/socket.io/?EIO=4&transport=..%2f",
  "/socket.io/?EIO=%00&transport=polling&sid=%00",
  "/metrics/../package.json",
];

/** What only a file of the server's could hold. */
const secrets = /root:.*:0:0|"name": "rank-room"|"dependencies"|PATH=|sourceMappingURL=main\.js|\[core\]|from "node:/;

export async function pathAttempts(target: Target): Promise<Attempt[]> {
  const cookie = await target.signIn("faculty9@example.org");
  return paths.flatMap((path) =>
    [undefined, cookie].map((sent) => ({
      kind: "path tricks",
      what: `${path}${sent === undefined ? "" : ", signed in"}`,
      async run() {
        const { status, headers: got, body } = await ask(target, { path, ...(sent && { headers: { Cookie: sent } }) });
        const { location } = got;
        const leaves = location !== undefined && new URL(location, target.origin).origin !== target.origin;
        return status >= 500 || secrets.test(body) || leaves;
      },
    })),
  );
}
