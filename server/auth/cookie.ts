// Our cookies: the session's, and the one that ties a single sign-on to the browser that began it. They are `__Host-`: bound
// to this host, to TLS and to no script. On this very machine over plain http (localhost) browsers refuse such cookies, so
// there, and only there, they go by a plain name; anywhere else plain http keeps nobody signed in.

/** What is asked of a request's headers. `IncomingHttpHeaders` of Node fits. */
export interface RequestHeaders {
  cookie?: string | undefined;
  host?: string | undefined;
  "user-agent"?: string | undefined;
}

export interface Cookie {
  read(headers: RequestHeaders): string | undefined;
  set(headers: RequestHeaders, value: string, maxAgeSeconds: number): string;
  clear(headers: RequestHeaders): string;
}

export function createCookie(plainName: string, { publicUrl }: { publicUrl: string | undefined }): Cookie {
  // A proxy may pass any Host on, so where PUBLIC_URL is set that is what browsers know us by.
  const isSecureAt = (host: string | undefined) => publicUrl?.startsWith("https:") || !isLoopback(host);
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).host;
  const shapeFor = ({ host }: RequestHeaders) => {
    const isSecure = isSecureAt(publicHost ?? host);
    return {
      name: isSecure ? `__Host-${plainName}` : plainName,
      attributes: `Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`,
    };
  };
  const write = (headers: RequestHeaders, value: string, maxAge: number) => {
    const { name, attributes } = shapeFor(headers);
    return `${name}=${value}; Max-Age=${maxAge}; ${attributes}`;
  };
  return {
    read(headers) {
      const { name } = shapeFor(headers);
      const pairs = (headers.cookie ?? "").split(";").map((pair) => pair.trim());
      return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) || undefined;
    },
    set: write,
    clear: (headers) => write(headers, "", 0),
  };
}

/** Of a Host header or a host to listen on: this machine itself, which nobody on the way can listen to. */
export function isLoopback(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)(:\d+)?$/i.test(host);
}
