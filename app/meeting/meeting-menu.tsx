// What belongs to the meeting and not to a row. Its lines are fetched when somebody comes near: the list comes first.
import Ellipsis from "lucide-react/icons/ellipsis";
import { showToast } from "../ui/toasts";
import { HeaderPanel } from "./header-panel";
import { notFetched, useOnDemand } from "./use-on-demand";

const loadLines = async () => (await import("./menu-lines")).MenuLines;

export function MeetingMenu() {
  const { Part, want } = useOnDemand(loadLines);
  return (
    <HeaderPanel
      label="Commands, files, settings and keys"
      summary={<Ellipsis size={18} className="mx-1" aria-hidden />}
      onNear={() => void want()}
      onOpened={() => void want().then((isThere) => isThere || showToast(notFetched))}
    >
      {Part ? <Part /> : <p className="px-4">Fetching…</p>}
    </HeaderPanel>
  );
}
