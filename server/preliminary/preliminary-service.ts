// The preliminary list as pages read it, arrange it and freeze it. Single moves are not here: they come over the draft's socket.
// Each begins with the question whether the asker may (seasons/access).
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { readEvents } from "../../db/event-log";
import { listApplicantsOf } from "../../db/season-applicants";
import { findSeasonOf, readWithheld, type SeasonRow } from "../../db/seasons";
import { applyAll } from "../../domain/apply";
import { arrangeSources } from "../../domain/arrange-source";
import type { ApplicantId, MemberId } from "../../domain/ids";
import { listDifference, spotIn } from "../../domain/list-difference";
import { alphabetically, emptyMeeting, type MeetingState } from "../../domain/meeting";
import { redactState, viewOf, visibleOrder } from "../../domain/redact";
import { mayInSeason } from "../../domain/season-policy";
import type { RankOrder } from "../../domain/zone";
import type { Typed } from "../context/answers";
import type { FrozenRow, PreliminaryPage, PreliminaryService } from "../context/preliminary";
import type { MeetingService } from "../load-context";
import { refuse } from "../programs/access";
import { programDay } from "../programs/program-day";
import { readTyped } from "../programs/typed";
import { accessToSeason, applicantUnknown } from "../seasons/access";
import { wordsOf } from "../seasons/season-words";
import { isUuid } from "../uuid";
import { readChecks } from "./checks";
import { type FreezeParts, freezeSeason } from "./freeze";
import { type Asked, type ImportedOrder, workOut } from "./proposals";

export interface PreliminaryParts extends FreezeParts {
  meetings: MeetingService;
  /** The newest list that came as a file; it may name people who are withheld from the asker. */
  readImportedList(seasonId: string): Promise<ImportedOrder | undefined>;
}

/** Of a typed form: whole numbers from 0. */
const digits = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const proposalForm = z.object({
  source: z.enum(arrangeSources),
  protectedCount: z
    .literal("")
    .transform(() => undefined)
    .or(digits.pipe(z.number().max(5000))),
  snapshot: digits.optional(),
});
const end = digits.or(z.literal("now"));
const differenceForm = z.object({ from: end, to: end });
const sentences = {
  source: "Choose what to start from.",
  protectedCount: "Enter how many are to be protected: a whole number from 0 to 5000.",
  snapshot: "Choose a snapshot.",
  from: "Choose a snapshot.",
  to: "Choose a snapshot.",
};

const isClosed = refuse(409, "The preliminary list is frozen. Nothing here can be changed any more.");
/** Whoever has just come to prepare is in the draft as soon as it has followed its program. */
const notYet = refuse(409, "The preliminary list is not open to you yet. Try again in a moment.");
const noSnapshot = refuse(404, "There is no such snapshot.");
const planIsOld = refuse(
  409,
  "What this would do has changed since it was shown: somebody changed the list, a score or the rubric. Look at it again.",
);

export function createPreliminaryService(parts: PreliminaryParts): PreliminaryService {
  const { db, live, clock, dispatch, meetings, readImportedList } = parts;

  /** The draft while it is made, as the person may see it. */
  async function seenDraft(season: SeasonRow, personId: MemberId): Promise<MeetingState | undefined> {
    const state = season.draftId === null || season.isFrozen ? undefined : await live.fresh(db, season.draftId);
    const view = state && viewOf(state, personId);
    return state && view && redactState(state, view, personId);
  }

  /** How the draft stood at a place in its log, closed up for the person. */
  async function orderAt(season: SeasonRow, seq: number, personId: MemberId): Promise<RankOrder | undefined> {
    const { draftId } = season;
    const state = draftId === null ? undefined : await live.fresh(db, draftId);
    if (draftId === null || !state?.snapshots.some((snapshot) => snapshot.seq === seq)) return undefined;
    const events = (await readEvents(db, draftId, 0)).filter((event) => event.seq <= seq);
    const { order } = applyAll(emptyMeeting(draftId), events);
    return visibleOrder(order, await readWithheld(db, season, personId));
  }

  /** As the list stands, or was frozen. */
  async function orderNow(season: SeasonRow, personId: MemberId): Promise<RankOrder | undefined> {
    if (!season.isFrozen) return (await seenDraft(season, personId))?.order;
    return (await seenMeeting(season, personId))?.preliminary;
  }

  async function seenMeeting(season: SeasonRow, personId: MemberId): Promise<MeetingState | undefined> {
    const state = season.meetingId === null ? undefined : await live.fresh(db, season.meetingId);
    const view = state && viewOf(state, personId);
    return state && view && redactState(state, view, personId);
  }

  async function asked(season: SeasonRow, personId: MemberId, typed: Typed) {
    const reading = readTyped(proposalForm, typed, sentences);
    if (!reading.ok) return reading;
    const { source, protectedCount, snapshot: seq } = reading.value;
    const snapshot = source === "snapshot" && seq !== undefined ? await orderAt(season, seq, personId) : undefined;
    if (source === "snapshot" && !snapshot) return noSnapshot;
    const imported = source === "imported" ? await readImportedList(season.id) : undefined;
    return { ok: true, asked: { source, protectedCount, snapshot, imported } satisfies Asked } as const;
  }

  /** What was asked for, worked out of what the asker may see now. */
  async function proposalFor(season: SeasonRow, personId: MemberId, typed: Typed) {
    const seen = await seenDraft(season, personId);
    if (!seen) return isClosed;
    const reading = await asked(season, personId, typed);
    if (!reading.ok) return reading;
    const worked = await workOut(db, season, seen, reading.asked);
    return worked ? ({ ok: true, ...worked } as const) : refuse(409, "No list has been imported into this season yet.");
  }

  return {
    async open(seasonId, personId) {
      const access = await accessToSeason(db, seasonId, personId, "arrangeList");
      if (!access.ok) return access;
      const { season, role } = access;
      const stage = await stageOf(season, personId);
      if (!stage) return notYet;
      return {
        ok: true,
        page: { season: wordsOf(season, role), mayFreeze: mayInSeason(role, "freezeList"), ...stage },
      };
    },

    async propose(seasonId, personId, typed) {
      const access = await accessToSeason(db, seasonId, personId, "arrangeList");
      if (!access.ok) return access;
      const found = await proposalFor(access.season, personId, typed);
      return found.ok ? { ok: true, proposal: found.proposal } : found;
    },

    async arrange(seasonId, personId, typed) {
      const access = await accessToSeason(db, seasonId, personId, "arrangeList");
      if (!access.ok) return access;
      const { season } = access;
      const found = await proposalFor(season, personId, typed);
      if (!found.ok) return found;
      const { proposal, order } = found;
      if (proposal.plan !== typed.plan) return planIsOld;
      const answer = await dispatch({
        meetingId: season.draftId ?? "",
        commandId: randomUUID(),
        command: { type: "arrangeList", source: proposal.source, ...listsOf(order) },
        actor: { kind: "member", memberId: personId },
      });
      return answer.ok ? { ok: true } : refuse(409, answer.message);
    },

    async difference(seasonId, personId, typed) {
      const access = await accessToSeason(db, seasonId, personId, "arrangeList");
      if (!access.ok) return access;
      const { season } = access;
      const reading = readTyped(differenceForm, typed, sentences);
      if (!reading.ok) return reading;
      const orderOf = (where: number | "now") =>
        where === "now" ? orderNow(season, personId) : orderAt(season, where, personId);
      const [from, to] = [await orderOf(reading.value.from), await orderOf(reading.value.to)];
      if (!from || !to) return noSnapshot;
      const changes = listDifference(from, to);
      const applicants = await listApplicantsOf(db, season, await readWithheld(db, season, personId));
      const isIn = new Set(changes.map(({ applicantId }) => applicantId));
      const names = Object.fromEntries(applicants.flatMap(({ id, name }) => (isIn.has(id) ? [[id, name]] : [])));
      return { ok: true, difference: { changes, names } };
    },

    async checks(seasonId, personId, applicantId) {
      const access = await accessToSeason(db, seasonId, personId, "arrangeList");
      if (!access.ok) return access;
      const { season } = access;
      const applicants = await listApplicantsOf(db, season, await readWithheld(db, season, personId));
      if (applicantId !== null && !applicants.some(({ id }) => id === applicantId)) return applicantUnknown;
      const today = await programDay(db, season.programId, clock());
      return { ok: true, checks: await readChecks(db, season, applicants, { about: applicantId, today }) };
    },

    async freeze(seasonId, personId) {
      const access = await accessToSeason(db, seasonId, personId, "freezeList");
      return access.ok ? freezeSeason(parts, access.season, personId) : access;
    },

    async seasonOfDraft(meetingId, personId) {
      const state = isUuid(meetingId) ? await live.fresh(db, meetingId) : undefined;
      if (state?.kind !== "draft" || !state.members[personId]) return null;
      return (await findSeasonOf(db, meetingId))?.id ?? null;
    },
  };

  async function stageOf(season: SeasonRow, personId: MemberId): Promise<StageOf<PreliminaryPage> | undefined> {
    const draft = season.draftId === null ? undefined : await live.fresh(db, season.draftId);
    const { meetingId } = season;
    if (season.isFrozen && meetingId !== null) {
      const meeting = await seenMeeting(season, personId);
      return {
        stage: "frozen",
        meetingId,
        list: meeting ? frozenRows(meeting) : [],
        snapshots: draft?.snapshots ?? [],
      };
    }
    if (draft?.frozen) return { stage: "cutShort" };
    const opened = season.draftId === null ? null : await meetings.open(season.draftId, personId);
    if (!opened) return undefined;
    return { stage: "draft", opened, hasImportedList: (await readImportedList(season.id)) !== undefined };
  }
}

type StageOf<Page> = Page extends unknown ? Omit<Page, "season" | "mayFreeze"> : never;

const listsOf = ({ protected: top, middle, red, unplaced }: RankOrder) => ({
  protected: [...top],
  middle: [...middle],
  red: [...red],
  unplaced: [...unplaced],
});

/** The preliminary list as it was frozen; whoever came later is not on it. */
function frozenRows(meeting: MeetingState): FrozenRow[] {
  const { preliminary, applicants } = meeting;
  if (!preliminary) return [];
  const byName = alphabetically({ ...meeting, order: preliminary }, "red");
  return [...preliminary.protected, ...preliminary.middle, ...byName].flatMap((id: ApplicantId) => {
    const [applicant, spot] = [applicants[id], spotIn(preliminary, id)];
    return applicant && spot ? [{ id, name: applicant.name, ...spot }] : [];
  });
}
