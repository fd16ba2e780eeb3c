// What was done, in a sentence.

export const assignedWords = ({ added, removed }: { added: number; removed: number }): string => {
  if (added === 0 && removed === 0) return "Nothing to change: it stands like that already.";
  const parts = [added > 0 && `${added} added`, removed > 0 && `${removed} taken back`].filter(Boolean);
  return `Interviews saved: ${parts.join(", ")}.`;
};

export const remindedWords = ({ sent, failed }: { sent: number; failed: readonly string[] }): string => {
  const done =
    sent === 0
      ? "No reminder was sent: everybody who is due was reminded today."
      : `${sent === 1 ? "1 reminder is" : `${sent} reminders are`} on the way.`;
  if (failed.length === 0) return done;
  return `${sent === 0 ? "" : `${done} `}Could not be mailed to ${failed.join(", ")}; try again later.`;
};
