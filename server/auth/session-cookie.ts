// The cookie that carries a session's token. Over https it is `__Host-`: bound to this host and to TLS. Over plain http
// browsers refuse such a cookie, so there it goes by a plain name.
export interface SessionCookie {
  read(cookieHeader: string | null | undefined): string | undefined;
  set(token: string, maxAgeSeconds: number): string;
  clear(): string;
}

export function createSessionCookie({ isSecure }: { isSecure: boolean }): SessionCookie {
  const name = isSecure ? "__Host-rank-room" : "rank-room";
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
