// Response headers that limit what a page may do. Scripts and style elements need this request's nonce; style attributes
// are allowed because drag and drop moves rows with them.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import helmet from "helmet";

export interface ContentPolicyOptions {
  isProduction: boolean;
  /** Served over https: only then may browsers be told to insist on it. */
  isSecure: boolean;
  /** Forms that lead to single sign-on are sent on to it. */
  ssoIssuer: string | undefined;
  nonceOf(response: ServerResponse): string;
}

/** What a page of ours may ask of the device: nothing, but for the two below. Unknown names are skipped by browsers. */
const noFeatures = [
  ...["accelerometer", "autoplay", "bluetooth", "browsing-topics", "camera", "display-capture", "encrypted-media"],
  ...["geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection", "local-fonts", "magnetometer"],
  ...["microphone", "midi", "payment", "publickey-credentials-get", "serial", "usb"],
  ...["window-management", "xr-spatial-tracking"],
].map((feature) => `${feature}=()`);

/** The meeting and the wall are looked at without being touched, and may keep the screen from going dark. */
const staysAwake = /^\/(?:meetings|present)\/[^/]+\/?$/;

export const permissionsPolicy: RequestHandler = ({ path }, response, next) => {
  const wakeLock = `screen-wake-lock=(${staysAwake.test(path) ? "self" : ""})`;
  response.setHeader("Permissions-Policy", [...noFeatures, wakeLock].join(", "));
  next();
};

export function contentPolicy({ isProduction, isSecure, ssoIssuer, nonceOf }: ContentPolicyOptions) {
  const nonce = (_request: IncomingMessage, response: ServerResponse) => `'nonce-${nonceOf(response)}'`;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", nonce],
        // Vite's dev server injects style elements that carry no nonce.
        styleSrc: isProduction ? ["'self'", nonce] : ["'self'", "'unsafe-inline'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", socketsOfThisHost],
        formAction: ["'self'", ...(ssoIssuer === undefined ? [] : [new URL(ssoIssuer).origin])],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // For what does not know frame-ancestors.
    xFrameOptions: { action: "deny" },
    strictTransportSecurity: isSecure ? { maxAge: 180 * 24 * 60 * 60, includeSubDomains: false } : false,
    // Not helmet's `no-referrer`: under it browsers send `Origin: null` with our own forms, which looks like another site.
    referrerPolicy: { policy: "same-origin" },
    // Isolation of windows applies to secure origins only; over plain http browsers warn about it.
    crossOriginOpenerPolicy: isSecure,
    originAgentCluster: isSecure,
  });
}

/** `'self'` covers WebSockets in current browsers; Safari before 15.4 wants them named. */
function socketsOfThisHost(request: IncomingMessage): string {
  const host = request.headers.host ?? "";
  return /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "";
}
