// "I'd work with them": one tap, taken back by another. In the meeting it is a signed endorsement, from the freeze to the lock; what
// became of it there is said below.
import Star from "lucide-react/icons/star";
import { strengthWords } from "../../domain/marks";
import type { SavedNote } from "../../server/context/notes";
import { classNames } from "../ui/class-names";
import { Moment } from "../ui/moment";

interface WorksWithProps {
  /** ISO time at which it was said. */
  since: string | undefined;
  /** The note as the server has it. */
  saved: SavedNote | null;
  /** The server will not take what is on this device. */
  isRefused: boolean;
  isReadOnly: boolean;
  onChange: (since: string | undefined) => void;
}

export const WorksWith = ({ since, saved, isRefused, isReadOnly, onChange }: WorksWithProps) => (
  <div className="flex flex-col gap-1">
    <button
      type="button"
      aria-pressed={since !== undefined}
      onClick={() => onChange(since === undefined ? new Date().toISOString() : undefined)}
      className={classNames(
        "inline-flex min-h-14 w-full items-center justify-center gap-2 rounded-md border-2 border-champion font-bold text-champion",
        since === undefined ? "bg-surface" : "bg-middle-tint",
      )}
    >
      <Star size={20} className={since === undefined ? undefined : "fill-current"} aria-hidden />
      I’d work with them
    </button>
    <p className="text-meta text-muted">
      {since === undefined ? (
        "One tap. It becomes your endorsement in the meeting, with your name and today’s date."
      ) : (
        <>
          Said <Moment at={since} />. {becameOf(since, saved, isRefused)}
          {!isReadOnly && " Tap again to take it back."}
        </>
      )}
    </p>
  </div>
);

/** In the meeting; nothing before the freeze. */
function becameOf(since: string, saved: SavedNote | null, isRefused: boolean): string {
  if (saved?.content.worksWithSince !== since) return isRefused ? "It is no endorsement: it was not saved." : "";
  const { voice } = saved;
  switch (voice?.is) {
    case "endorsement":
      return "It is your endorsement in the meeting.";
    case "other":
      return `In the meeting your own endorsement stands: ${strengthWords[voice.strength]}.`;
    case "struck":
      return `${voice.isByAuthor ? "You struck" : "A host struck"} the endorsement: ${voice.reason}`;
    case "withdrawn":
      return "They have withdrawn, so it is no endorsement.";
    case "locked":
      return "It is no endorsement: the list was locked first.";
    case "waiting":
      return "It is on its way to the meeting.";
    case "notTheirs":
      return "It is no endorsement: your role does not endorse.";
    case undefined:
      return "";
  }
}
