// May I ask for this in the meeting at all, whatever its phase? What is not allowed is not shown.
import type { CommandType } from "../../domain/commands";
import { mayAskIn } from "../../domain/policy";
import { useMeeting } from "../meeting-store/use-meeting";

export const useMay = (type: CommandType): boolean =>
  useMeeting(({ state, memberId }) => mayAskIn(state, memberId, type));
