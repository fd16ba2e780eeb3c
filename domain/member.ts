// Members of a program and their roles (DOMAIN: PD, associate PD, coordinator, chief resident, faculty, observer).
import type { MemberId } from "./ids";

export const roles = ["pd", "associatePd", "coordinator", "chief", "faculty", "observer"] as const;
export type Role = (typeof roles)[number];

/** A member as a meeting knows them. The e-mail address stays out of the log. */
export interface Member {
  id: MemberId;
  name: string;
  role: Role;
}

export const roleWords: Record<Role, string> = {
  pd: "Program director",
  associatePd: "Associate PD",
  coordinator: "Coordinator",
  chief: "Chief resident",
  faculty: "Faculty",
  observer: "Observer",
};

/** Within a sentence: an abbreviation keeps its capitals. */
export const roleInSentence = (role: Role): string =>
  roleWords[role].replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());

/** The host's part of a meeting: the PD, and the associate PD in all but the lock. */
export const isHost = (role: Role): boolean => role === "pd" || role === "associatePd";

/** To whom the PD may hand the host's part in a meeting (ROLE-4); the associate PD has it anyway. */
export const mayBeHanded = (role: Role): boolean => role === "chief";
