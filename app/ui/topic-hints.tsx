// Hints under a field: topics that a ranking may not rest on, with the word that called for them (NOTE-5). They stay on this page.
import Lightbulb from "lucide-react/icons/lightbulb";
import { hintWords, noteHints } from "../../domain/note-hints";

export function TopicHints({ text }: { text: string }) {
  const hints = noteHints(text);
  return (
    // Always there, so that a hint that comes is spoken.
    <div role="status">
      {hints.length > 0 && (
        <ul aria-label="Hints" className="flex flex-col gap-1">
          {hints.map(({ topic, word }) => (
            <li key={topic} className="flex gap-1 text-meta text-flag">
              <Lightbulb size={16} className="mt-px shrink-0" aria-hidden />
              <span>
                “{word}”: {hintWords[topic]}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
