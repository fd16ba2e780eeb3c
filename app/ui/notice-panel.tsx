// What stands where there is nothing to show: nothing yet (empty), or something went wrong (error). Says what to do.
import CircleAlert from "lucide-react/icons/circle-alert";
import Inbox from "lucide-react/icons/inbox";
import type { ReactNode } from "react";

interface StateProps {
  title: string;
  /** What it means and what to do about it. */
  children: ReactNode;
  action?: ReactNode;
}

export const EmptyState = (props: StateProps) => (
  <NoticePanel {...props} icon={<Inbox size={28} className="text-muted" aria-hidden />} />
);

export const ErrorState = (props: StateProps) => (
  <div role="alert">
    <NoticePanel {...props} icon={<CircleAlert size={28} className="text-red" aria-hidden />} />
  </div>
);

const NoticePanel = ({ icon, title, children, action }: StateProps & { icon: ReactNode }) => (
  <div className="flex flex-col items-start gap-3 rounded-md border border-hairline bg-surface p-6">
    {icon}
    <h2 className="text-rank">{title}</h2>
    <div className="max-w-[60ch] text-muted">{children}</div>
    {action}
  </div>
);
