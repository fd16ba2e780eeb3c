// "I'd work with them" in a note reaches the season's meeting as a signed endorsement, and its taking back as a strike (MARK-1): at
// the save, through dispatch; and what was cut short between the note and the meeting is made good later, by this process or another.
import { createHash, randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Database } from "../../db/schema";
import type { SeasonRow } from "../../db/seasons";
import { listUnheardSeasons, listWorksWith, markHeard, type WorksWith } from "../../db/works-with";
import { hearNotesSchema } from "../../domain/commands";
import { type HeardNote, hearingEvents, type NoteVoice, voiceOf } from "../../domain/decide-hearing";
import type { ApplicantId, MemberId } from "../../domain/ids";
import type { Dispatcher } from "../dispatch";
import type { LiveMeetings } from "../live-meetings";
import type { Logger } from "../log";
import { lookEvery } from "../look-every";

export interface HearingParts {
  db: Kysely<Database>;
  live: LiveMeetings;
  dispatch: Dispatcher["dispatch"];
}

type HearingSeason = Pick<SeasonRow, "id" | "meetingId">;

/** Tells the season's meeting, once its list is frozen, what it has not heard of its notes. */
export async function hearNotes({ db, live, dispatch }: HearingParts, season: HearingSeason): Promise<void> {
  const { id, meetingId } = season;
  if (meetingId === null) return;
  const waiting = await listWorksWith(db, id, { unheard: true });
  const before = waiting.length > 0 ? await live.fresh(db, meetingId) : undefined;
  if (!before?.preliminary || before.phase !== "open") return;
  const heard = waiting.map((note) => ({ note, as: heardNoteOf(note) }));
  for (const by of new Set(heard.map(({ note }) => note.struck?.by ?? note.authorId))) {
    const notes = heard.flatMap(({ note, as }) => ((note.struck?.by ?? note.authorId) === by ? [as] : []));
    if (hearingEvents(before, notes).length === 0) continue;
    const command = hearNotesSchema.parse({ type: "hearNotes", notes });
    const answer = await dispatch({ meetingId, commandId: randomUUID(), command, actor: { kind: "system", by } });
    if (!answer.ok) return;
  }
  const now = await live.fresh(db, meetingId);
  if (!now) return;
  const settled = heard.filter(({ as }) => as.said === null || isSettled(voiceOf(now, as)));
  await markHeard(
    db,
    settled.map(({ note }) => note),
  );
}

/** Whoever endorses otherwise has had their say; whoever may not now may be let another time. */
const isSettled = (voice: NoteVoice | undefined): boolean =>
  voice?.is === "endorsement" || voice?.is === "other" || voice?.is === "struck";

/** As the meeting hears it. The first saying of a note has the note's id as its mark's, each later one an id of its own. */
export function heardNoteOf(note: WorksWith): HeardNote {
  const { noteId, applicantId, authorId: by, since, sayings, hasInterviewed, struck } = note;
  const relationship = hasInterviewed ? ({ relationship: "interviewed" } as const) : {};
  return {
    noteId,
    applicantId,
    by,
    said: since === null ? null : { markId: markIdOf(noteId, sayings, since), at: since, ...relationship },
    takenBack: [...new Set([noteId, ...sayings.map((said) => markIdOf(noteId, sayings, said))])],
    ...(struck && { reason: struck.reason }),
  };
}

/** The same for the same saying, in whatever process it is worked out. */
function markIdOf(noteId: string, sayings: readonly string[], said: string): string {
  if (sayings[0] === said) return noteId;
  const digest = createHash("sha256").update(`${noteId} ${said}`).digest("hex");
  // Marked as a name-based UUID.
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `5${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join("-");
}

/** What became of what one's notes say, by applicant, once the list is frozen. */
export async function voicesOf(
  { db, live }: Pick<HearingParts, "db" | "live">,
  season: Pick<SeasonRow, "id" | "meetingId" | "isFrozen">,
  authorId: MemberId,
): Promise<Map<ApplicantId, NoteVoice>> {
  const state = season.meetingId && season.isFrozen ? await live.fresh(db, season.meetingId) : undefined;
  if (!state) return new Map();
  const notes = await listWorksWith(db, season.id, { authorId });
  return new Map(
    notes.flatMap((note) => {
      const voice = voiceOf(state, heardNoteOf(note));
      return voice ? [[note.applicantId, voice] as const] : [];
    }),
  );
}

const WATCH_EVERY_MS = 10_000;

/** Makes good, now and from time to time, what was cut short or could not be heard at first; returns what ends that. */
export const watchNotes = ({ log, ...parts }: HearingParts & { log: Logger }): (() => void) =>
  lookEvery({ everyMs: WATCH_EVERY_MS, log, failure: "interview notes could not be heard" }, async () => {
    for (const season of await listUnheardSeasons(parts.db)) await hearNotes(parts, season);
  });
