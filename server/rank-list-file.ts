// The files a PD or coordinator takes away: R3 text, CSV, XLSX. A person from whom part of the list is withheld gets none of
// them, and is told so without a hint of whom or where (RECUSE-1).
import type { MemberId } from "../domain/ids";
import { rankEntries } from "../domain/locked-list";
import { currentVersion, type MeetingState } from "../domain/meeting";
import { maySee } from "../domain/policy";
import { viewOf } from "../domain/redact";
import { listCsv } from "./exports/csv";
import { r3RefusalSentence, r3Text } from "./exports/r3";
import { listXlsx } from "./exports/xlsx";
import { meetingUnknown } from "./failure";
import type { RankListFile, RankListFormat } from "./load-context";

const refuse = (status: 403 | 404 | 409, message: string): RankListFile => ({ ok: false, status, message });

export async function rankListFile(
  state: MeetingState,
  memberId: MemberId,
  format: RankListFormat,
): Promise<RankListFile> {
  const view = viewOf(state, memberId);
  const role = state.members[memberId]?.role;
  if (!view || !role) return refuse(404, meetingUnknown.message);
  if (!maySee(role, "rankListFile")) {
    return refuse(403, "The rank list file is for the program director and the coordinator.");
  }
  if (view.withheld.length > 0) {
    return refuse(
      403,
      "You are recused from somebody in this meeting, so the file, which names everybody, is not for you to take. Ask the coordinator or the program director.",
    );
  }
  const entries = rankEntries(state);
  const name = `rank-order-list-${state.programCode}-${state.matchYear}-${stamp(state)}`;
  switch (format) {
    case "r3-aamc":
    case "r3-nrmp": {
      const id = format === "r3-aamc" ? "aamc" : "nrmp";
      const file = r3Text(entries, id);
      if (!file.ok) return refuse(409, r3RefusalSentence(file, id));
      return { ok: true, fileName: `${name}-${id}.txt`, contentType: "text/plain; charset=utf-8", content: file.text };
    }
    case "csv":
      return { ok: true, fileName: `${name}.csv`, contentType: "text/csv; charset=utf-8", content: listCsv(entries) };
    case "xlsx":
      return {
        ok: true,
        fileName: `${name}.xlsx`,
        contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        content: await listXlsx(entries),
      };
  }
}

/** So that a working copy is never taken for the locked list. */
const stamp = (state: MeetingState): string => (state.phase === "locked" ? `v${currentVersion(state)}` : "not-locked");
