// A program's services on a test's database, as the server puts them together, with mail that goes into a list or by SMTP.
import type { Kysely } from "kysely";
import type { Database } from "../../db/schema";
import { type Clock, systemClock } from "../../server/clock";
import type { ProgramService, RosterService } from "../../server/load-context";
import { createLog } from "../../server/log";
import { createMail, type LinkMail } from "../../server/mail";
import type { Follower } from "../../server/programs/follow";
import { createInvitations, type Invitations } from "../../server/programs/invitations";
import { createProgramService } from "../../server/programs/program-service";
import { createRosterService } from "../../server/programs/roster-service";

export interface TestPrograms {
  programs: ProgramService;
  roster: RosterService;
  invitations: Invitations;
  mails: LinkMail[];
}

export interface TestProgramsParts {
  db: Kysely<Database>;
  follower: Follower;
  clock?: Clock;
  /** A mail server to really send by. */
  smtpUrl?: string;
}

export function thePrograms({ db, follower, clock = systemClock, smtpUrl }: TestProgramsParts): TestPrograms {
  const mails: LinkMail[] = [];
  const keepMail = async (mail: LinkMail) => void mails.push(mail);
  const from = "rank-room@example.org";
  const sendMail = smtpUrl === undefined ? keepMail : createMail({ smtpUrl, from }, createLog("silent")).send;
  const origin = () => "http://rank.example.org";
  const invitations = createInvitations({ db, clock, log: createLog("silent"), sendMail, origin });
  const programs = createProgramService({ db, clock, follower, ssoName: "Harbor login" });
  const roster = createRosterService({ db, clock, follower, invite: invitations.invite, isMailed: true });
  return { programs, roster, invitations, mails };
}
