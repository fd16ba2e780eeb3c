// Who asks, and of what: the columns of the authorisation matrix. A row says, asker by asker, what they are answered.
import { type Role, roles } from "../../../domain/member";
import type { TestPerson, TestProgram, TwoPrograms } from "../../support/two-programs";

/** The order in which a row's answers stand. */
export const askers = [...roles, "administrator", "nobody"] as const;
export type Asker = (typeof askers)[number];

/**
 * `own`: of their own program. `other`: the same roles of another program, asking at the same addresses. `recused`: the same roles
 * of this program, each recused from the applicant that is asked about.
 */
export const relations = ["own", "other", "recused"] as const;
export type Relation = (typeof relations)[number];

/** What is asked about: always of the first program. */
export interface Subject {
  program: TestProgram;
  applicantId: string;
}

export function subjectOf(world: TwoPrograms, relation: Relation): Subject {
  const [seen, withheld] = world.a.applicantIds;
  return { program: world.a, applicantId: (relation === "recused" ? withheld : seen) ?? "" };
}

/** Undefined: nobody is signed in. */
export function personOf(world: TwoPrograms, asker: Asker, relation: Relation): TestPerson | undefined {
  if (asker === "nobody") return undefined;
  if (asker === "administrator") return world.administrator;
  const people: Record<Relation, Record<Role, TestPerson>> = {
    own: world.a.people,
    other: world.b.people,
    recused: world.recused,
  };
  return people[relation][asker];
}

/** A row's answers by asker. Of another program and recused are roles only: an administrator and nobody are the same anywhere. */
export function answersOf(line: string, relation: Relation): [Asker, string][] {
  const answers = line.split(/\s+/);
  const expected = relation === "own" ? askers : roles;
  if (answers.length !== expected.length) throw new Error(`"${line}" should have ${expected.length} answers`);
  return expected.map((asker, at) => [asker, answers[at] as string]);
}
