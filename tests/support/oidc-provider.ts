// A real OpenID Connect provider for one test file: whoever comes is signed in as the account that the test names.
import { createServer } from "node:http";
import Provider from "oidc-provider";
import { afterAll } from "vitest";
import { aFreePort } from "./server-process";
import { aBrowser } from "./web-server";

export interface TestProvider {
  issuer: string;
  /** The account that signs in from now on. */
  signsIn: string;
  /** Walks from the address that a browser was sent to, to the one that the provider sends it back to. */
  walk(address: string): Promise<URL>;
  close(): Promise<void>;
}

export const clientId = "rank-room";
export const clientSecret = "a secret of the tests";

const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.splice(0)) await close();
});

/** `redirectUri`: where it may send browsers back to. */
export async function anOidcProvider(redirectUris: string[]): Promise<TestProvider> {
  const port = await aFreePort();
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: redirectUris }],
    claims: { openid: ["sub"], email: ["email"] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@hospital.example.org` }),
    }),
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    // No question whether they agree: the hospital has agreed.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId ?? "" });
      grant.addOIDCScope("openid email");
      await grant.save();
      return grant;
    },
    cookies: { keys: ["only of the tests"] },
  });
  const answer = provider.callback();
  const httpServer = createServer((request, response) => {
    if (!request.url?.startsWith("/interaction/")) return void answer(request, response);
    const login = { accountId: test.signsIn };
    void provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  });
  await new Promise<void>((resolve) => httpServer.listen(port, "127.0.0.1", resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      httpServer.closeAllConnections();
      httpServer.close(() => resolve());
    });
  closing.push(close);

  const test: TestProvider = {
    issuer,
    signsIn: "nobody",
    async walk(address) {
      const browser = aBrowser(issuer);
      let at = new URL(address);
      while (at.origin === issuer) {
        const page = await browser.get(at.href);
        const location = page.headers.get("location");
        if (!location) throw new Error(`the provider stopped at ${at.pathname}: ${await page.text()}`);
        at = new URL(location, at);
      }
      return at;
    },
    close,
  };
  return test;
}
