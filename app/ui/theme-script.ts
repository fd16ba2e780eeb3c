// The stored choice of light or dark, and the line of script that applies it before the first paint.

export const themeStorageKey = "rank-room.theme";

export const themeChoices = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** Storage can be forbidden; then the system's preference stays. */
export const themeScript = `try{var t=localStorage.getItem(${JSON.stringify(themeStorageKey)});if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch(e){}`;

/** What the page shows already: undefined on the server, and where the device decides. */
export const themeOfPage = (): string | undefined =>
  typeof document === "undefined" ? undefined : document.documentElement.dataset.theme;
