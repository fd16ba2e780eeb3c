// Single sign-on by OpenID Connect: code flow with PKCE, state and nonce. Answers one question, which account at the provider
// somebody has proved to hold, known by issuer and subject (SSO-1). Whose account that is here is decided in `sign-in.ts`.
import type { Kysely } from "kysely";
import * as oidc from "openid-client";
import type { Database } from "../../db/schema";
import { deleteOldFlows, type Identity, insertFlow, type SsoFlow, takeFlow } from "../../db/sso";
import type { Clock } from "../clock";
import type { SsoConfig } from "../config";
import type { SsoStart } from "../load-context";
import type { Logger } from "../log";
import type { Cookie, RequestHeaders } from "./cookie";
import { createToken, hashToken } from "./token";

/** From leaving for the provider to coming back. */
export const flowLifetime = 10 * 60 * 1000;
/** Seconds to wait for the provider. */
const patience = 10;
/** A proof is a sign-in at the provider of at most so many seconds ago. */
const proofAge = 5 * 60;
/** Where the provider sends browsers back to; it has to know this address. */
const callbackPath = "/sign-in/sso/callback";

export interface SsoAccount extends Identity {
  /** What the provider calls it, for its owner's eyes. */
  label: string;
}

export type SsoAnswer =
  | ({ ok: true; account: SsoAccount } & Pick<SsoFlow, "connectsPersonId" | "returnTo" | "provesSessionId"> & {
        isRecent: boolean;
      })
  | { ok: false; code: "ssoFailed" | "ssoUnavailable" };

export interface SsoWish {
  returnTo: string;
  /** Somebody who has just proved to be that person by other means. */
  connectsPersonId?: string;
  /** The provider is to ask for the account, whoever is signed in there (SSO-4). */
  asksAnew?: boolean;
  /** The session that it is to be a proof for. */
  provesSessionId?: string;
}

export interface Sso {
  name: string;
  issuer: string;
  isRequired: boolean;
  begin(to: SsoWish, headers: RequestHeaders): Promise<SsoStart>;
  finish(search: string, headers: RequestHeaders): Promise<SsoAnswer>;
}

export interface SsoParts {
  config: SsoConfig;
  db: Kysely<Database>;
  clock: Clock;
  log: Logger;
  cookie: Cookie;
  /** The address people open, known only once the server listens. */
  origin: () => string;
}

export function createSso({ config, db, clock, log, cookie, origin }: SsoParts): Sso {
  const client = lazily(() => discover(config));

  return {
    name: config.name,
    issuer: config.issuer,
    isRequired: config.isRequired,

    async begin({ returnTo, connectsPersonId = null, asksAnew = false, provesSessionId = null }, headers) {
      const provider = await client().catch((error: unknown) => {
        log.error({ err: error }, "the single sign-on provider cannot be reached");
      });
      if (!provider) return { ok: false, code: "ssoUnavailable" };
      const [token, now] = [createToken(), clock()];
      const flow: SsoFlow = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        codeVerifier: oidc.randomPKCECodeVerifier(),
        connectsPersonId,
        returnTo,
        asksAnew: asksAnew || provesSessionId !== null,
        provesSessionId,
      };
      await deleteOldFlows(db, now);
      const expiresAt = new Date(now.getTime() + flowLifetime);
      await insertFlow(db, { tokenHash: hashToken(token), flow, expiresAt });
      const address = oidc.buildAuthorizationUrl(provider, {
        redirect_uri: origin() + callbackPath,
        scope: "openid email",
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(flow.codeVerifier),
        code_challenge_method: "S256",
        ...(flow.asksAnew && { prompt: "login" }),
        ...(provesSessionId !== null && { max_age: String(proofAge) }),
      });
      return { ok: true, redirectTo: address.href, setCookie: cookie.set(headers, token, flowLifetime / 1000) };
    },

    async finish(search, headers) {
      const token = cookie.read(headers);
      // Taken before anything is looked at: whatever comes of it, this way back is used up.
      const flow = token === undefined ? undefined : await takeFlow(db, hashToken(token), clock());
      if (flow === undefined) return { ok: false, code: "ssoFailed" };
      try {
        const provider = await client();
        const tokens = await oidc.authorizationCodeGrant(provider, new URL(origin() + callbackPath + search), {
          pkceCodeVerifier: flow.codeVerifier,
          expectedState: flow.state,
          expectedNonce: flow.nonce,
          idTokenExpected: true,
          // Then the provider has to say when the account's holder signed in, and it is compared.
          ...(flow.provesSessionId !== null && { maxAge: proofAge }),
        });
        const claims = tokens.claims();
        if (!claims) return { ok: false, code: "ssoFailed" };
        const { connectsPersonId, returnTo, provesSessionId } = flow;
        // Shown to its owner from now on; somebody who signs in is known by less.
        const label = connectsPersonId === null ? claims.sub : await labelOf(provider, tokens.access_token, claims);
        const account = { issuer: claims.iss, subject: claims.sub, label };
        // Whoever was signed in at the provider for hours has proved nothing just now.
        const isRecent = clock().getTime() / 1000 - (claims.auth_time ?? 0) <= proofAge;
        return { ok: true, account, connectsPersonId, returnTo, provesSessionId, isRecent };
      } catch (error) {
        // The provider said no, or what came back was not what was asked for. Neither is a fault of ours.
        log.warn({ err: error }, "a single sign-on did not hold");
        return { ok: false, code: "ssoFailed" };
      }
    },
  };
}

function discover({ issuer, clientId, clientSecret }: SsoConfig): Promise<oidc.Configuration> {
  const server = new URL(issuer);
  // Settings allow plain http to this machine only.
  const plainHttp = server.protocol === "http:" ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(server, clientId, undefined, authenticationBy(clientSecret), {
    timeout: patience,
    // The signature of the ID token is checked too, though it comes straight from the provider.
    execute: [...plainHttp, oidc.enableNonRepudiationChecks],
  });
}

function authenticationBy(secret: string | undefined): oidc.ClientAuth {
  if (secret === undefined) return oidc.None();
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
  // Basic is what a provider supports that says nothing.
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (methods.includes("client_secret_basic") ? basic : post)(server, ...rest);
  };
}

/** The account's address, where the provider tells it; else the subject. */
async function labelOf(provider: oidc.Configuration, accessToken: string, claims: oidc.IDToken): Promise<string> {
  const told =
    claims.email ?? (await oidc.fetchUserInfo(provider, accessToken, claims.sub).catch(() => undefined))?.email;
  const label = typeof told === "string" && told !== "" ? told : claims.sub;
  return label.replace(/\p{Cc}/gu, "").slice(0, 320);
}

/** Asked for when it is first needed, so that the server starts while the provider is away; a failure is not remembered. */
function lazily<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loading: Promise<Value> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
