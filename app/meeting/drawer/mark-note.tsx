// One mark as it is read: what was said, by whom and when, what became of it, and what I may do about it. A struck mark stays
// in sight, struck through, with the reason (MARK-6).
import { type ReactNode, useState } from "react";
import type { Struck } from "../../../domain/marks";
import { Button } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import { Moment } from "../../ui/moment";
import type { MarkAct } from "./mark-acts";
import { ReasonForm } from "./reason-form";

interface MarkNoteProps {
  markId: string;
  applicantId: string;
  icon: ReactNode;
  title: string;
  by: string;
  at: string;
  struck?: Struck;
  struckBy?: string;
  acts: readonly MarkAct[];
  /** What was written. */
  children?: ReactNode;
  /** What became of it, after who wrote it. */
  verdict?: ReactNode;
}

export function MarkNote(props: MarkNoteProps) {
  const { markId, applicantId, icon, title, by, at, struck, struckBy, acts, children, verdict } = props;
  const [asked, setAsked] = useState<string | null>(null);
  const act = acts.find(({ name }) => name === asked);
  return (
    <li className="flex gap-3 border-b border-hairline py-3 last:border-b-0">
      <span className="mt-0.5">{icon}</span>
      <div className="min-w-0 flex-1">
        <p className={classNames(struck && "text-muted")}>{struck ? <s>{title}</s> : <strong>{title}</strong>}</p>
        <div className={classNames("break-words", struck && "text-muted line-through")}>{children}</div>
        <p className="text-meta text-muted">
          {by} · <Moment at={at} />
        </p>
        {verdict && <div className="text-meta">{verdict}</div>}
        {struck && (
          <p className="text-meta">
            Struck by {struckBy} · <Moment at={struck.at} />: {struck.reason}
          </p>
        )}
        {acts.length > 0 && !act && (
          <p className="mt-1 flex flex-wrap gap-2">
            {acts.map(({ name, label }) => (
              <Button key={name} aria-label={`${label}: ${title}, ${by}`} onClick={() => setAsked(name)}>
                {label}
              </Button>
            ))}
          </p>
        )}
        {act && (
          <ReasonForm
            key={act.name}
            purpose={`${act.name} ${markId} ${applicantId}`}
            label={act.question}
            submitLabel={act.label}
            command={act.command}
            done={act.done}
            onClose={() => setAsked(null)}
          />
        )}
      </div>
    </li>
  );
}
