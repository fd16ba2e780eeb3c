// Names of databases on the test server.
export const templateName = "rank_room_template";

export function databaseUrlOf(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
