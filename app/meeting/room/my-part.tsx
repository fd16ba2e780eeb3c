// What is mine in this meeting: my marks, my champions, my proposals; on a phone the third tab.
import { counted } from "../../../domain/count-words";
import { strengthWords } from "../../../domain/marks";
import { roleWords } from "../../../domain/member";
import { useMeeting } from "../../meeting-store/use-meeting";
import { flagStatusWords, flagTitle } from "../drawer/mark-words";
import { nameIn } from "../move-words";
import { Section } from "./section";

export function MyPart({ onOpen }: { onOpen: (applicantId: string) => void }) {
  const state = useMeeting((snapshot) => snapshot.state);
  const memberId = useMeeting((snapshot) => snapshot.memberId);
  const me = state.members[memberId];
  const endorsements = Object.values(state.endorsements).filter((mark) => mark.by === memberId && !mark.struck);
  const flags = Object.values(state.flags).filter((flag) => flag.by === memberId && !flag.struck);
  const champions = endorsements.filter(({ strength }) => strength === "champion").length;
  const proposals = state.room.proposals.filter(({ by }) => by === memberId);
  return (
    <>
      <Section title={me?.name ?? "Me"} aside={me && roleWords[me.role]}>
        <p className="tabular">
          {champions} of {counted(state.championLimit, "champion")} given
          {proposals.length > 0 && ` · ${proposals.length} proposed`}
        </p>
      </Section>
      <Section title="My endorsements" aside={endorsements.length}>
        <Lines
          lines={endorsements.map(({ id, applicantId, strength }) => ({
            ...{ id, applicantId, name: nameIn(state, applicantId) },
            words: strengthWords[strength],
          }))}
          onOpen={onOpen}
        />
      </Section>
      <Section title="My flags" aside={flags.length}>
        <Lines
          lines={flags.map((flag) => ({
            ...{ id: flag.id, applicantId: flag.applicantId, name: nameIn(state, flag.applicantId) },
            words: `${flagTitle(flag)}. ${flagStatusWords(flag)}.`,
          }))}
          onOpen={onOpen}
        />
      </Section>
    </>
  );
}

interface LinesProps {
  lines: readonly { id: string; applicantId: string; name: string; words: string }[];
  onOpen: (applicantId: string) => void;
}

const Lines = ({ lines, onOpen }: LinesProps) =>
  lines.length === 0 ? (
    <p className="text-muted">None yet.</p>
  ) : (
    <ul>
      {lines.map(({ id, applicantId, name, words }) => (
        <li key={id} className="border-b border-hairline last:border-b-0">
          <button type="button" className="min-h-11 w-full text-left" onClick={() => onOpen(applicantId)}>
            <span className="underline">{name}</span>
            <span className="block text-meta text-muted">{words}</span>
          </button>
        </li>
      ))}
    </ul>
  );
