// The screens of a season while it is prepared.
import type { Photographer } from "./windows";

export async function beforeTheMeeting(photographer: Photographer): Promise<void> {
  const director = await photographer.open("pd@example.org");
  const { light } = director;
  await photographer.take("home", "Home", director);
  const link = (await light.locator('a[href^="/seasons/"]').first().getAttribute("href")) ?? "";
  const [season = ""] = /^\/seasons\/[^/]+/.exec(link) ?? [];
  const roster = (await light.locator('a[href$="/roster"]').first().getAttribute("href")) ?? "";
  const program = roster.replace("/roster", "");
  await photographer.visit("program", "A program", director, program);
  await photographer.visit("roster", "Roster", director, roster);
  await photographer.visit("history", "Past years", director, `${program}/history`);
  await photographer.visit("season", "Season home", director, season);
  await photographer.visit("import", "Import", director, `${season}/import`);
  await photographer.visit("applicants", "Applicants", director, `${season}/applicants`);
  const file = await light.locator(`a[href^="${season}/applicants/"]`).first().getAttribute("href");
  await photographer.visit("applicant-file", "An applicant's file", director, file ?? "");
  await photographer.visit("interviews", "Interviews", director, `${season}/interviews`);
  await photographer.visit("scores", "Scores", director, `${season}/scores`);
  await photographer.visit("rubric", "Rubric", director, `${season}/rubric`);
  await photographer.visit("preliminary", "Preliminary list", director, `${season}/preliminary`);
  await photographer.visit("voices", "Voices", director, `${season}/voices`);
  await photographer.visit("equity", "Equity check", director, `${season}/equity`);
  await photographer.visit("audit", "Audit", director, `${program}/audit`);
  await photographer.close(director);

  const chief = await photographer.open("chief3@example.org");
  await photographer.visit("notes", "Notes inbox", chief, `${season}/notes`);
  const note = await chief.light.locator(`a[href^="${season}/notes/"]`).first().getAttribute("href");
  await photographer.visit("note", "A note", chief, note ?? "");
  await photographer.close(chief);
}
