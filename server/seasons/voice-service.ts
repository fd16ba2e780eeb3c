// The weights of voices as pages read them and the director changes them (VOICE-1). Every change is signed, has a reason, is in
// the audit trail, and is shown to everybody who may see the weights. They inform tallies and nothing else (VOICE-2).
import type { Kysely } from "kysely";
import { z } from "zod";
import { appendAudit } from "../../db/audit-trail";
import { readMembers, readNamesIn } from "../../db/roster";
import type { Database } from "../../db/schema";
import { findSeasonOf, type SeasonRow } from "../../db/seasons";
import { addWeightChange, listWeightChanges, readWeights, type WeightChange } from "../../db/voice-weights";
import { SENTENCE_MAX } from "../../domain/commands";
import type { MemberId } from "../../domain/ids";
import type { Role } from "../../domain/member";
import { idSchema, sentenceSchema } from "../../domain/schemas";
import { mayInSeason } from "../../domain/season-policy";
import { DEFAULT_WEIGHT, hasVoice, voiceWeights } from "../../domain/voices";
import type { Clock } from "../clock";
import type { VoiceLine, VoiceService, VoicesPage, WeightChangeLine } from "../context/voices";
import { refuse } from "../programs/access";
import { readTyped } from "../programs/typed";
import { isUuid } from "../uuid";
import { accessToSeason, seasonUnknown } from "./access";
import { wordsOf } from "./season-words";

export interface VoiceParts {
  db: Kysely<Database>;
  clock: Clock;
}

const weightForm = z.object({
  memberId: idSchema,
  weight: z.coerce.number().pipe(z.union(voiceWeights.map((weight) => z.literal(weight)))),
  reason: sentenceSchema(SENTENCE_MAX),
  version: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
});
const sentences = {
  memberId: "Choose somebody of this program who may endorse.",
  weight: `Choose one of ${voiceWeights.join(", ")}.`,
  reason: `Say why, in a sentence of at most ${SENTENCE_MAX} characters: everybody who sees the weights reads it.`,
};
const isOld = refuse(409, "Somebody has changed that weight meanwhile. Reload the page to see it.");

export function createVoiceService({ db, clock }: VoiceParts): VoiceService {
  async function read(season: SeasonRow, role: Role): Promise<VoicesPage> {
    const [{ members }, names, changes] = await Promise.all([
      readMembers(db, season.programId),
      readNamesIn(db, season.programId),
      listWeightChanges(db, season.id),
    ]);
    // Oldest first, so that the newest of each stays.
    const newest = new Map([...changes].reverse().map((change) => [change.memberId, change]));
    const voices = members
      .filter(({ role }) => hasVoice(role))
      .map((member): VoiceLine => {
        const { id: memberId, name, role } = member;
        const { weight, version } = newest.get(memberId) ?? { weight: DEFAULT_WEIGHT, version: 0 };
        return { memberId, name, role, weight, version };
      })
      .sort((one, other) => one.name.localeCompare(other.name, "en-US"));
    return {
      season: wordsOf(season, role),
      mayChange: mayInSeason(role, "changeVoices"),
      voices,
      changes: changeLines(changes, names),
    };
  }

  return {
    async open(seasonId, personId) {
      const access = await accessToSeason(db, seasonId, personId, "viewVoices");
      if (!access.ok) return access;
      return { ok: true, page: await read(access.season, access.role) };
    },

    async change(seasonId, personId, typed) {
      const access = await accessToSeason(db, seasonId, personId, "changeVoices");
      if (!access.ok) return access;
      const { season } = access;
      const reading = readTyped(weightForm, typed, sentences);
      if (!reading.ok) return reading;
      const { memberId, weight, reason, version } = reading.value;
      const line = (await read(season, access.role)).voices.find((voice) => voice.memberId === memberId);
      if (!line) return refuse(400, sentences.memberId, "memberId");
      if (line.version !== version) return isOld;
      if (line.weight === weight) return refuse(400, "That is their weight already.", "weight");
      const at = clock();
      const added = { seasonId, memberId, version: version + 1, weight, reason, authorId: personId, at };
      const isNew = await db.transaction().execute(async (trx) => {
        if (!(await addWeightChange(trx, added))) return false;
        const detail = { from: line.weight, to: weight, matchYear: season.matchYear };
        const entry = { actorId: personId, action: "voiceWeighed", outcome: "done", at } as const;
        await appendAudit(trx, [{ ...entry, programId: season.programId, subject: { personId: memberId }, detail }]);
        return true;
      });
      return isNew ? { ok: true } : isOld;
    },

    async weightsIn(meetingId, personId) {
      const season = isUuid(meetingId) ? await findSeasonOf(db, meetingId) : undefined;
      if (!season) return seasonUnknown;
      const access = await accessToSeason(db, season.id, personId, "viewVoices");
      if (!access.ok) return access;
      const weights = Object.entries(await readWeights(db, season.id));
      const unusual = weights.filter(([, weight]) => weight !== DEFAULT_WEIGHT);
      return { ok: true, seasonId: season.id, weights: Object.fromEntries(unusual) };
    },
  };
}

/** Each with the weight before it. */
function changeLines(changes: readonly WeightChange[], names: ReadonlyMap<MemberId, string>): WeightChangeLine[] {
  const nameOf = (id: MemberId) => names.get(id) ?? "Somebody who has left";
  const weights = new Map(changes.map(({ memberId, version, weight }) => [`${memberId} ${version}`, weight]));
  return changes.map(({ memberId, version, weight, reason, authorId, at }) => ({
    name: nameOf(memberId),
    from: weights.get(`${memberId} ${version - 1}`) ?? DEFAULT_WEIGHT,
    to: weight,
    reason,
    by: nameOf(authorId),
    at: at.toISOString(),
  }));
}
