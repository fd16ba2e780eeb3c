// What a reader may do about a mark, so that no button is shown whose press would be refused: verify and dismiss are the
// hosts', a mark is struck by its author or a host, and nothing is changed while the list is locked.
import type { CommandType, MemberCommand } from "../../../domain/commands";
import type { MemberId } from "../../../domain/ids";
import { type Endorsement, type Flag, isOpenFlag } from "../../../domain/marks";
import { isHost, type Role } from "../../../domain/member";
import { mayAsk } from "../../../domain/policy";

/** Something to do about a mark, that wants a reason. */
export interface MarkAct {
  name: string;
  label: string;
  question: string;
  done: string;
  command: (reason: string) => MemberCommand;
}

export interface Reader {
  memberId: MemberId;
  role: Role;
  isLocked: boolean;
}

const may = (reader: Reader, type: CommandType): boolean => !reader.isLocked && mayAsk(reader.role, type);

const mayStrike = (mark: Endorsement | Flag, reader: Reader, type: "strikeEndorsement" | "strikeFlag"): boolean =>
  !mark.struck && may(reader, type) && (mark.by === reader.memberId || isHost(reader.role));

export const endorsementActs = (mark: Endorsement, reader: Reader): MarkAct[] =>
  mayStrike(mark, reader, "strikeEndorsement")
    ? [
        {
          name: "strikeEndorsement",
          label: "Strike",
          question: "Why is this endorsement struck?",
          done: "Endorsement struck. It stays in the trail.",
          command: (reason) => ({ type: "strikeEndorsement", markId: mark.id, reason }),
        },
      ]
    : [];

export function flagActs(flag: Flag, reader: Reader): MarkAct[] {
  const acts: MarkAct[] = [];
  if (isOpenFlag(flag) && may(reader, "verifyFlag")) {
    acts.push({
      name: "verifyFlag",
      label: "Verify",
      question: "How is it verified?",
      done: "Flag verified: it counts from now on.",
      command: (reason) => ({ type: "verifyFlag", markId: flag.id, reason }),
    });
  }
  if (isOpenFlag(flag) && may(reader, "dismissFlag")) {
    acts.push({
      name: "dismissFlag",
      label: "Dismiss",
      question: "Why is it dismissed?",
      done: "Flag dismissed: it is not counted.",
      command: (reason) => ({ type: "dismissFlag", markId: flag.id, reason }),
    });
  }
  if (mayStrike(flag, reader, "strikeFlag")) {
    acts.push({
      name: "strikeFlag",
      label: "Strike",
      question: "Why is this flag struck?",
      done: "Flag struck. It stays in the trail.",
      command: (reason) => ({ type: "strikeFlag", markId: flag.id, reason }),
    });
  }
  return acts;
}
