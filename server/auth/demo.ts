// One-click sign-in for the demo season. Off unless the configuration says demo: then these functions refuse, whatever
// the page that calls them thinks.
import type { Kysely } from "kysely";
import { findPersonByEmail, listPeopleWithRoles } from "../../db/people";
import type { Database } from "../../db/schema";
import type { DemoPerson, SignInRefusal } from "../load-context";

export interface DemoSignIn {
  people(): Promise<DemoPerson[]>;
  personFor(email: string): Promise<{ ok: true; personId: string } | { ok: false; code: SignInRefusal }>;
}

export function createDemoSignIn({ db, isDemo }: { db: Kysely<Database>; isDemo: boolean }): DemoSignIn {
  return {
    async people() {
      if (!isDemo) return [];
      const people = await listPeopleWithRoles(db);
      return people.map(({ name, email, role }) => ({ name, email, role }));
    },
    async personFor(email) {
      if (!isDemo) return { ok: false, code: "demoOff" };
      const person = await findPersonByEmail(db, email);
      return person === undefined ? { ok: false, code: "personUnknown" } : { ok: true, personId: person.id };
    },
  };
}
