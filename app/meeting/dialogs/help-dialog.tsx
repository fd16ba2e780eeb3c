// The keys of the meeting screen.
import { Sheet } from "../../ui/dialog";
import { KeyCap } from "../../ui/key-cap";

const keys: readonly (readonly [keys: readonly string[], does: string])[] = [
  [["j", "k"], "Next and previous applicant"],
  [["Enter"], "Open the applicant's drawer"],
  [["g", "number"], "Jump to a rank"],
  [["m"], "Move menu"],
  [["Alt ↑", "Alt ↓"], "Up and down one"],
  [["x", "⇧ Space"], "Select for a move together; with Ctrl, ⌘ or ⇧ and a click too"],
  [["⇧ ↑", "⇧ ↓"], "Select the next ones too"],
  [["Space", "↑ ↓", "Space"], "On the handle: lift, carry, put down"],
  [["e"], "Endorse"],
  [["f"], "Flag a concern"],
  [["s"], "Hosts: spotlight"],
  [["a", "d"], "Hosts: accept or decline what is proposed"],
  [["n", "b"], "Hosts: next and back, on the agenda or down the list"],
  [["o"], "Object, while a call is open"],
  [["/"], "Search"],
  [["Ctrl K", "⌘ K"], "Find somebody, or any command"],
  [["Ctrl Z", "⌘ Z"], "Take back my last move"],
  [["Ctrl Y", "⇧ ⌘ Z"], "Make it again"],
  [["Esc"], "Close what is open, select nobody"],
  [["?"], "This table"],
];

export const HelpDialog = ({ onDone }: { onDone: () => void }) => (
  <Sheet isOpen title="Keys" description="They rest while you type in a field." onClose={onDone}>
    <table className="w-full text-left">
      <caption className="sr-only">Keys of the meeting screen</caption>
      <tbody>
        {keys.map(([combination, does]) => (
          <tr key={does} className="border-t border-hairline">
            <th scope="row" className="py-2 pr-4 font-normal whitespace-nowrap">
              <span className="inline-flex gap-1">
                {combination.map((key, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a fixed table, in which a key may stand twice.
                  <KeyCap key={index}>{key}</KeyCap>
                ))}
              </span>
            </th>
            <td className="py-2">{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <p className="text-muted">Advice, not a vote: the program director decides.</p>
  </Sheet>
);
