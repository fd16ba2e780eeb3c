// The freeze (FREEZE-1, FREEZE-2): two commands on two logs. The first closes the draft, so that what is frozen stands fast; the
// second opens the season's meeting with it. Both have one effect however often they are sent, so a freeze that was cut short
// between them, or clicked twice, is ended by the next try.
import { randomUUID } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { readEvents } from "../../db/event-log";
import { addMeeting, findMeetingOf } from "../../db/meetings";
import { addMatchYear, raiseVersion } from "../../db/programs";
import type { Database } from "../../db/schema";
import { findSeason, joinSeason, listSeasonRecusals, lockSeason, type SeasonRow } from "../../db/seasons";
import { listWorksWith } from "../../db/works-with";
import { type OpenFromDraft, openFromDraftSchema } from "../../domain/commands";
import type { MeetingId, MemberId } from "../../domain/ids";
import { isRecused, type MeetingState } from "../../domain/meeting";
import type { Clock } from "../clock";
import type { ProgramAnswer } from "../context/answers";
import type { Dispatcher } from "../dispatch";
import type { LiveMeetings } from "../live-meetings";
import { heardNoteOf } from "../notes/hear-notes";
import { refuse } from "../programs/access";
import { programSays } from "../programs/follow";

export interface FreezeParts {
  db: Kysely<Database>;
  live: LiveMeetings;
  clock: Clock;
  dispatch: Dispatcher["dispatch"];
}

type Frozen = ProgramAnswer<{ meetingId: MeetingId }>;

/** `by`: the director who asks. */
export async function freezeSeason(parts: FreezeParts, season: SeasonRow, by: MemberId): Promise<Frozen> {
  const { db, live, dispatch } = parts;
  if (season.draftId === null) return refuse(409, "This season has no preliminary list of its own to freeze.");
  const before = await live.fresh(db, season.draftId);
  if (before?.frozen && season.isFrozen) return { ok: true, meetingId: before.frozen.meetingId };
  if (!before?.frozen) {
    const refusal = await closeDraft(parts, season, season.draftId, by);
    if (refusal) return refusal;
  }
  const draft = await live.fresh(db, season.draftId);
  if (!draft?.frozen) throw new Error("a draft that was closed is frozen");
  const { meetingId } = draft.frozen;
  const command = await openingOf(parts, season, draft, meetingId);
  const actor = { kind: "system", ...(draft.frozen.by && { by: draft.frozen.by }) } as const;
  const opened = await dispatch({ meetingId, commandId: randomUUID(), command, actor });
  // Another try may have been faster: then it is refused because the list is there.
  if (!opened.ok && !(await findSeason(db, season.id))?.isFrozen) return refuse(409, opened.message);
  await declareLate(parts, season, draft, meetingId);
  return { ok: true, meetingId };
}

/** What was declared in the season while the meeting was being opened. */
async function declareLate(
  { db, live, dispatch }: FreezeParts,
  season: SeasonRow,
  draft: MeetingState,
  meetingId: MeetingId,
): Promise<void> {
  const meeting = await live.fresh(db, meetingId);
  for (const { memberId, applicantId, reason } of meeting ? await recusalsOf(db, season, draft) : []) {
    if (!meeting?.members[memberId] || isRecused(meeting, memberId, applicantId)) continue;
    const command = { type: "declareRecusal", applicantId, ...(reason && { reason }) } as const;
    await dispatch({ meetingId, commandId: randomUUID(), command, actor: { kind: "member", memberId } });
  }
}

/** A refusal, or undefined: it is closed, by this or by another try. */
async function closeDraft(
  { db, live, dispatch }: FreezeParts,
  season: SeasonRow,
  draftId: MeetingId,
  by: MemberId,
): Promise<Frozen | undefined> {
  const meetingId = await db.transaction().execute((trx) => meetingOf(trx, season));
  // Looked at before, because a draft that was closed cannot be opened again.
  const meeting = await live.fresh(db, meetingId);
  if (meeting && (meeting.phase !== "open" || Object.keys(meeting.applicants).length > 0)) {
    return refuse(409, "The season's meeting has applicants of its own, or is locked, so this list cannot open it.");
  }
  const command = { type: "freezeDraft", meetingId } as const;
  const actor = { kind: "member", memberId: by } as const;
  const answer = await dispatch({ meetingId: draftId, commandId: randomUUID(), command, actor });
  return answer.ok || answer.code === "draftFrozen" ? undefined : refuse(409, answer.message);
}

/** The one that was opened for the season, or a new one, which is the season's from then on. */
async function meetingOf(trx: Transaction<Database>, { id, trackId, programId, matchYear, quota }: SeasonRow) {
  await lockSeason(trx, id);
  const now = await findSeason(trx, id);
  if (now?.meetingId) return now.meetingId;
  const key = { trackId, matchYear, title: `Rank meeting ${matchYear}` };
  const meetingId = (await addMeeting(trx, { ...key, quota })) ?? (await findMeetingOf(trx, key));
  if (meetingId === undefined) throw new Error("a meeting that is not new is there");
  await joinSeason(trx, { trackId, matchYear, meetingId });
  await addMatchYear(trx, programId, matchYear);
  await raiseVersion(trx, programId);
  return meetingId;
}

async function openingOf(
  parts: FreezeParts,
  season: SeasonRow,
  draft: MeetingState,
  meetingId: MeetingId,
): Promise<OpenFromDraft> {
  const { db } = parts;
  const follow = await programSays(parts, season.programId, meetingId);
  if (!follow) throw new Error("the season's meeting is of its program");
  const { protected: top, middle, red } = draft.order;
  return openFromDraftSchema.parse({
    type: "openFromDraft",
    follow,
    applicants: Object.values(draft.applicants),
    list: { protected: [...top], middle: [...middle], red: [...red] },
    recusals: await recusalsOf(db, season, draft),
    endorsements: (await listWorksWith(db, season.id, { said: true })).flatMap((note) => {
      const { applicantId, by, said } = heardNoteOf(note);
      return said ? [{ applicantId, by, ...said }] : [];
    }),
  } satisfies OpenFromDraft);
}

/** Of the draft's members as the draft has them, lifted ones left out; of everybody else as they declared them in the season. */
async function recusalsOf(
  db: Kysely<Database>,
  season: SeasonRow,
  draft: MeetingState,
): Promise<OpenFromDraft["recusals"]> {
  const reasons = new Map<string, string>();
  for (const event of await readEvents(db, draft.id, 0)) {
    if (event.type !== "recusalDeclared") continue;
    const { memberId, applicantId, reason } = event;
    if (reason) reasons.set(`${memberId} ${applicantId}`, reason);
  }
  const inDraft = Object.entries(draft.recusals).flatMap(([memberId, applicantIds]) =>
    applicantIds.map((applicantId) => {
      const reason = reasons.get(`${memberId} ${applicantId}`);
      return { memberId, applicantId, ...(reason && { reason }) };
    }),
  );
  const known = new Set(inDraft.map(({ memberId, applicantId }) => `${memberId} ${applicantId}`));
  const others = (await listSeasonRecusals(db, season.id)).flatMap(({ memberId, applicantId, reason }) =>
    draft.members[memberId] || known.has(`${memberId} ${applicantId}`) || !draft.applicants[applicantId]
      ? []
      : [{ memberId, applicantId, ...(reason && { reason }) }],
  );
  return [...inDraft, ...others];
}
