// "I'd work with them": one tap, taken back by another. When the preliminary list is frozen it becomes a signed endorsement.
import Star from "lucide-react/icons/star";
import { classNames } from "../ui/class-names";
import { Moment } from "../ui/moment";

interface WorksWithProps {
  /** ISO time at which it was said. */
  since: string | undefined;
  onChange: (since: string | undefined) => void;
}

export const WorksWith = ({ since, onChange }: WorksWithProps) => (
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
          Said <Moment at={since} />. Tap again to take it back.
        </>
      )}
    </p>
  </div>
);
