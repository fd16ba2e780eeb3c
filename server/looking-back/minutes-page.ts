// The minutes as their page is handed them: the entries, and who is on record. Nowhere is it recorded who sat in the room, and
// nothing here says so: there is who pledged, and who did something.
import type { Kysely } from "kysely";
import { readHashAt } from "../../db/event-log";
import { listPledges } from "../../db/join-requests";
import type { Database } from "../../db/schema";
import type { MemberId } from "../../domain/ids";
import type { MeetingState } from "../../domain/meeting";
import { roles } from "../../domain/member";
import { type MinutesEntry, minutesOf } from "../../domain/minutes";
import { minutesPart } from "../../domain/minutes-parts";
import { maySee } from "../../domain/policy";
import type { SeenStep } from "../../domain/replay";
import type { MinutesPage, MinutesPerson, PastPage } from "../context/looking-back";
import { headWord } from "../noted-head";

interface Replayed {
  /** As the person may see it. */
  seen: MeetingState;
  page: PastPage;
  steps: readonly SeenStep[];
}

export async function minutesPage(
  db: Kysely<Database>,
  personId: MemberId,
  { seen, page, steps }: Replayed,
  number: number,
): Promise<MinutesPage | null> {
  const { programName, programCode, matchYear, quota, members, formerMembers, withheldCount = 0 } = seen;
  const whole = minutesOf(steps);
  const part = minutesPart(whole, number);
  if (!part) return null;
  const entries = part.entries.map(withoutFacts);
  const role = members[personId]?.role;
  const pledges = role && maySee(role, "recusals") ? await listPledges(db, seen.id) : undefined;
  const acted = new Set(whole.flatMap(actorsOf));
  const people = Object.values(members).map(
    (member): MinutesPerson => ({
      name: member.name,
      role: member.role,
      hasActed: acted.has(member.id),
      ...(pledges && {
        pledgedAt: pledges.get(member.id)?.toISOString() ?? null,
        recusals: seen.recusals[member.id]?.length ?? 0,
      }),
    }),
  );
  people.sort(
    (one, other) => roles.indexOf(one.role) - roles.indexOf(other.role) || one.name.localeCompare(other.name, "en"),
  );
  const names = Object.fromEntries(Object.values(seen.applicants).map(({ id, name }) => [id, name]));
  const signers = { members, formerMembers };
  const hash = await readHashAt(db, seen.id, seen.seq);
  return {
    ...page,
    head: hash ? headWord(seen.id, { seq: seen.seq, hash }) : null,
    ...{ programName, programCode, matchYear, quota, names, signers, people, withheldCount },
    ...{ entries, part: part.number, parts: part.count },
  };
}

/** Whom the entries name. Whoever gave a ballot is not among them. */
function actorsOf(entry: MinutesEntry): (MemberId | null)[] {
  if (entry.kind === "moves") return entry.lines.map(({ by }) => by);
  if (entry.kind === "call") return [entry.by, ...entry.objections.map(({ by }) => by)];
  return [entry.by];
}

/** Minutes say that somebody came, and not what stands in their file. */
function withoutFacts(entry: MinutesEntry): MinutesEntry {
  if (entry.kind !== "event" || entry.event.type !== "applicantAdded") return entry;
  const { id, name, withdrawn } = entry.event.applicant;
  return { ...entry, event: { ...entry.event, applicant: { id, name, withdrawn } } };
}
