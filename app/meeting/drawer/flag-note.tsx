// One flag as it is read: what was said, what it weighs, who decided what about it, and what I may do.
import FlagIcon from "lucide-react/icons/flag";
import type { Flag } from "../../../domain/marks";
import type { MeetingState } from "../../../domain/meeting";
import { Moment } from "../../ui/moment";
import { flagActs, type Reader } from "./mark-acts";
import { MarkNote } from "./mark-note";
import { flagStatusWords, flagTitle, markParts, memberName } from "./mark-words";

interface FlagNoteProps {
  flag: Flag;
  state: MeetingState;
  reader: Reader;
}

export const FlagNote = ({ flag, state, reader }: FlagNoteProps) => (
  <MarkNote
    {...markParts(flag, state)}
    icon={
      <FlagIcon
        size={16}
        className="text-flag"
        fill={flag.status === "verified" && !flag.struck ? "currentColor" : "none"}
        aria-hidden
      />
    }
    title={flagTitle(flag)}
    acts={flagActs(flag, reader)}
    verdict={
      <>
        {flagStatusWords(flag)}
        {flag.decided && (
          <p className="text-muted">
            {memberName(state, flag.decided.by)} · <Moment at={flag.decided.at} />: {flag.decided.reason}
          </p>
        )}
      </>
    }
  >
    {flag.sentence}
  </MarkNote>
);
