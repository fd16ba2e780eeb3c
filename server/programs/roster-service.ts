// A program's roster: read, added to, changed, removed from, imported into. Every change is made under the program's lock, keeps
// a program director (ROSTER-3), and is followed by the program's meetings (ROSTER-1).
import type { Kysely } from "kysely";
import { z } from "zod";
import { voidInvitations } from "../../db/invitations";
import { findOrAddPerson, renameIfOnlyIn } from "../../db/people";
import { findProgram, lockProgram, raiseVersion } from "../../db/programs";
import { findMembership, listDirectors, listRoster, removeMembership, saveMemberships } from "../../db/roster";
import type { Database } from "../../db/schema";
import type { MemberId, ProgramId } from "../../domain/ids";
import { type Role, roleInSentence, roles } from "../../domain/member";
import { mayChangeMember, mayInProgram, mayTakeInvitation, type Standing } from "../../domain/policy";
import { idSchema, nameSchema, roleSchema, sentenceSchema } from "../../domain/schemas";
import type { Clock } from "../clock";
import { decode } from "../import/decode";
import { readEmail } from "../import/identifiers";
import type { ProgramRefusal, RosterLine, RosterService } from "../load-context";
import { accessTo, notAllowed, programUnknown, refuse } from "./access";
import type { Follower } from "./follow";
import type { Invite } from "./invitations";
import { inviteEverybody } from "./invite-everybody";
import { planPeople } from "./people-plan";
import { readTyped } from "./typed";

const name = nameSchema(200);
const memberId = idSchema;
const email = z.string().transform((typed, context) => {
  const read = readEmail(typed.trim());
  if ("value" in read) return read.value;
  context.addIssue({ code: "custom" });
  return z.NEVER;
});

const sentences = {
  name: "Enter a name of 1 to 200 characters, on one line.",
  email: "Enter an e-mail address, such as name@hospital.org.",
  role: "Choose a role.",
  reason: "Say why in a sentence of at least three words and at most 500 characters.",
};

const addForm = z.object({ name, email, role: roleSchema });
const changeForm = z.object({ memberId, name, role: roleSchema });
const removeForm = z.object({ memberId, reason: sentenceSchema(500) });
const inviteForm = z.object({ memberId, how: z.enum(["mail", "link"]) });

const memberUnknown = refuse(409, "That person is not on this roster any more. Reload the page.");
const lastDirector = refuse(
  409,
  "This is the program's only program director. Make somebody else program director first.",
);

export interface RosterParts {
  db: Kysely<Database>;
  clock: Clock;
  follower: Follower;
  invite: Invite;
  isMailed: boolean;
}

export function createRosterService({ db, clock, follower, invite, isMailed }: RosterParts): RosterService {
  /** Under the program's lock; raises the version when the deed changed something, and has the meetings follow. */
  async function underLock<Told extends { isChanged: boolean }>(
    programId: ProgramId,
    by: MemberId,
    deed: (trx: Kysely<Database>) => Promise<Told | ProgramRefusal>,
  ): Promise<Told | ProgramRefusal> {
    const told = await db.transaction().execute(async (trx) => {
      await lockProgram(trx, programId);
      const outcome = await deed(trx);
      if ("isChanged" in outcome && outcome.isChanged) await raiseVersion(trx, programId);
      return outcome;
    });
    if ("isChanged" in told && told.isChanged) await follower.follow(programId, by);
    return told;
  }

  const isLastDirector = async (trx: Kysely<Database>, programId: ProgramId, id: MemberId): Promise<boolean> => {
    const directors = await listDirectors(trx, programId);
    return directors.length === 1 && directors[0] === id;
  };

  return {
    async open(programId, personId) {
      const access = await accessTo(db, programId, personId, "viewRoster");
      if (!access.ok) return access;
      const program = await findProgram(db, programId);
      if (!program) return programUnknown;
      const { standing } = access;
      const people = await listRoster(db, programId, clock());
      return {
        ok: true,
        roster: {
          id: program.id,
          name: program.name,
          people: people.map((row): RosterLine => {
            const isOn = row.state !== "removed";
            const held = isOn ? row.role : undefined;
            return {
              ...row,
              invitedAt: row.invitedAt?.toISOString() ?? null,
              joinedAt: row.joinedAt?.toISOString() ?? null,
              removedAt: row.removedAt?.toISOString() ?? null,
              invitedUntil: row.invitedUntil?.toISOString() ?? null,
              roles: rolesFrom(standing, held),
              mayRemove: isOn && mayChangeMember(standing, held, undefined),
              mayTakeLink: isOn && mayTakeInvitation(standing, row.role),
            };
          }),
          roles: rolesFrom(standing, undefined),
          mayChange: mayInProgram(standing, "changeRoster"),
          isMailed,
        },
      };
    },

    async add(programId, personId, typed) {
      const access = await accessTo(db, programId, personId, "changeRoster");
      if (!access.ok) return access;
      const reading = readTyped(addForm, typed, sentences);
      if (!reading.ok) return reading;
      const { value: person } = reading;
      if (!mayChangeMember(access.standing, undefined, person.role)) return notAllowed(access.standing, "appointHosts");
      const told = await underLock(programId, personId, async (trx) => {
        const id = await findOrAddPerson(trx, person);
        const known = await findMembership(trx, programId, id);
        if (known && known.state !== "removed") {
          const message = `That address is on the roster already, as ${roleInSentence(known.role)}.`;
          return refuse(409, message, "email");
        }
        await saveMemberships(trx, programId, [{ personId: id, name: person.name, role: person.role }], "invited", {
          by: personId,
          now: clock(),
        });
        return { isChanged: true, memberId: id };
      });
      return "isChanged" in told ? { ok: true, memberId: told.memberId } : told;
    },

    async change(programId, personId, typed) {
      const access = await accessTo(db, programId, personId, "changeRoster");
      if (!access.ok) return access;
      const reading = readTyped(changeForm, typed, sentences);
      if (!reading.ok) return reading;
      const { memberId: id, name: newName, role } = reading.value;
      const told = await underLock(programId, personId, async (trx) => {
        const known = await findMembership(trx, programId, id);
        if (!known || known.state === "removed") return memberUnknown;
        if (!mayChangeMember(access.standing, known.role, role)) return notAllowed(access.standing, "appointHosts");
        if (role !== "pd" && (await isLastDirector(trx, programId, id))) return lastDirector;
        await renameIfOnlyIn(trx, programId, { id, name: newName });
        const isChanged = await saveMemberships(trx, programId, [{ personId: id, name: newName, role }], "invited", {
          by: personId,
          now: clock(),
        });
        return { isChanged };
      });
      return "isChanged" in told ? { ok: true } : told;
    },

    async remove(programId, personId, typed) {
      const access = await accessTo(db, programId, personId, "changeRoster");
      if (!access.ok) return access;
      const reading = readTyped(removeForm, typed, sentences);
      if (!reading.ok) return reading;
      const { memberId: id, reason } = reading.value;
      const told = await underLock(programId, personId, async (trx) => {
        const known = await findMembership(trx, programId, id);
        if (!known || known.state === "removed") return memberUnknown;
        if (!mayChangeMember(access.standing, known.role, undefined)) {
          return notAllowed(access.standing, "appointHosts");
        }
        if (await isLastDirector(trx, programId, id)) return lastDirector;
        const now = clock();
        await removeMembership(trx, programId, id, { by: personId, reason, now });
        await voidInvitations(trx, programId, id, now);
        return { isChanged: true };
      });
      return "isChanged" in told ? { ok: true } : told;
    },

    async invite(programId, personId, typed) {
      const access = await accessTo(db, programId, personId, "changeRoster");
      if (!access.ok) return access;
      const reading = readTyped(inviteForm, typed, sentences);
      if (!reading.ok) return reading;
      return invite({ programId, by: personId, standing: access.standing, ...reading.value });
    },

    async inviteEverybody(programId, personId) {
      const access = await accessTo(db, programId, personId, "changeRoster");
      if (!access.ok) return access;
      if (!isMailed) return refuse(409, "No mail server is set here: hand people their links one by one.");
      const { standing } = access;
      return { ok: true, ...(await inviteEverybody({ db, invite }, { programId, by: personId, standing })) };
    },

    async checkPeople(programId, personId, bytes) {
      const access = await accessTo(db, programId, personId, "changeRoster");
      if (!access.ok) return access;
      const read = decode(bytes);
      if (!read.ok) return refuse(400, `The file ${read.message}`, "file");
      const planned = planPeople(read.text, await listRoster(db, programId, clock()), access.standing);
      return planned.ok
        ? { ok: true, text: read.text, plan: planned.plan }
        : refuse(400, `The file ${planned.message}`, "file");
    },

    async importPeople(programId, personId, text) {
      const access = await accessTo(db, programId, personId, "changeRoster");
      if (!access.ok) return access;
      const told = await underLock(programId, personId, async (trx) => {
        const planned = planPeople(text, await listRoster(trx, programId, clock()), access.standing);
        if (!planned.ok) return refuse(400, `The file ${planned.message}`, "file");
        const differing = planned.plan.people.filter(({ change }) => change !== "unchanged");
        const members = [];
        for (const { name: fileName, email: address, role } of differing) {
          const id = await findOrAddPerson(trx, { name: fileName, email: address });
          await renameIfOnlyIn(trx, programId, { id, name: fileName });
          members.push({ personId: id, name: fileName, role });
        }
        const isChanged = await saveMemberships(trx, programId, members, "invited", { by: personId, now: clock() });
        return { isChanged, plan: planned.plan };
      });
      return "isChanged" in told ? { ok: true, plan: told.plan } : told;
    },
  };
}

/** The roles that somebody who has `from` could be given. */
const rolesFrom = (standing: Standing, from: Role | undefined): Role[] =>
  roles.filter((role) => mayChangeMember(standing, from, role));
