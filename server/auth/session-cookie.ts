// The cookie that carries a token: a session's, or that of a device that waits at a meeting's door. Over https it is `__Host-`:
// bound to this host and to TLS. Over plain http browsers refuse such a cookie, so there it goes by a plain name.
export interface SessionCookie {
  read(cookieHeader: string | null | undefined): string | undefined;
  set(token: string, maxAgeSeconds: number): string;
  clear(): string;
}

export function createSessionCookie({
  isSecure,
  plainName = "rank-room",
}: {
  isSecure: boolean;
  plainName?: string;
}): SessionCookie {
  const name = isSecure ? `__Host-${plainName}` : plainName;
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
  return {
    read(cookieHeader) {
      const pairs = (cookieHeader ?? "").split(";").map((pair) => pair.trim());
      return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) || undefined;
    },
    set: (token, maxAgeSeconds) => `${name}=${token}; Max-Age=${maxAgeSeconds}; ${attributes}`,
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
  };
}
