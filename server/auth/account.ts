// What people do about their own way in: a password, single sign-on, the devices they are signed in on. Everything is bounded
// by the session of the request; a new password needs the old one, or a sign-in of just now (SESSION-4).
import type { Kysely } from "kysely";
import { deletePassword, findPassword, savePassword } from "../../db/passwords";
import type { Database } from "../../db/schema";
import { disconnectIdentity, findIdentityOf } from "../../db/sso";
import { idSchema } from "../../domain/schemas";
import type { Clock } from "../clock";
import type { AccountService, PasswordRefusal } from "../load-context";
import type { RateLimits } from "../rate-limits";
import { hashPassword, isPassword } from "./password-hash";
import { refusalOf } from "./password-rules";
import type { OpenSession, Sessions } from "./session";
import type { Asker } from "./sign-in";
import type { Sso } from "./sso";

export interface AccountParts {
  db: Kysely<Database>;
  clock: Clock;
  sessions: Sessions;
  sso: Sso | undefined;
  limits: RateLimits;
}

export function accountFor(parts: AccountParts, session: OpenSession, { headers, network }: Asker): AccountService {
  const { db, clock, sessions, sso, limits } = parts;
  const { person } = session;

  /** Why they may not change their password; undefined when they may. */
  async function standsInTheWay(old: string | null): Promise<PasswordRefusal | undefined> {
    if (session.isFresh) return undefined;
    const known = await findPassword(db, person.id);
    if (!known || old === null) return "signInAgain";
    if (!(await limits.mayTryPassword(person.email, network))) return "tooManyTries";
    if (!(await isPassword(old, known.hash))) return "oldPasswordWrong";
    await limits.passwordWasRight(person.email, network);
    return undefined;
  }

  return {
    async read() {
      const [password, devices, identity] = await Promise.all([
        findPassword(db, person.id),
        sessions.devicesOf(session),
        sso && findIdentityOf(db, person.id, sso.issuer),
      ]);
      return {
        hasPassword: password !== undefined,
        isFresh: session.isFresh,
        deviceCount: devices.length,
        sso: sso
          ? { name: sso.name, connected: identity ? { label: identity.label, since: identity.linkedAt } : null }
          : null,
      };
    },

    async setPassword({ old, next, endsOtherDevices }) {
      const code = (await standsInTheWay(old)) ?? (await refusalOf(next, person));
      if (code !== undefined) return { ok: false, code };
      await savePassword(db, { personId: person.id, hash: await hashPassword(next), now: clock() });
      if (endsOtherDevices) await sessions.endOthers(session);
      return { ok: true };
    },

    removePassword: () => deletePassword(db, person.id),

    async connectSso() {
      if (!sso) return { ok: false, code: "ssoUnavailable" };
      return sso.begin({ connectsPersonId: person.id, returnTo: "/account", asksAnew: true }, headers);
    },

    async disconnectSso() {
      if (sso) await disconnectIdentity(db, person.id, sso.issuer);
    },

    devices: () => sessions.devicesOf(session),
    endDevice: async (deviceId) => idSchema.safeParse(deviceId).success && sessions.endDevice(person.id, deviceId),
    endOtherDevices: () => sessions.endOthers(session),
  };
}
