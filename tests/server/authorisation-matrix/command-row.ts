// A row of the authorisation matrix of the sockets: see socket-events.
import type { MemberCommand } from "../../../domain/commands";
import type { MemberId } from "../../../domain/ids";

export interface CommandRow {
  command(about: { applicantId: string; memberId: MemberId }): MemberCommand;
  own: string;
  /** Left out where it is not about an applicant. */
  recused?: string;
}
