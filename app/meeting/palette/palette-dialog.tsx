// The commands: find an applicant by name, AAMC ID or rank, and do whatever may be done now, from the keyboard or by a press.
// A list to choose from below a field (combobox); Escape closes it, and the focus goes back where it was.
import { Command } from "cmdk";
import { type KeyboardEvent, useState } from "react";
import type { CommandType } from "../../../domain/commands";
import { mayAskIn, permissions } from "../../../domain/policy";
import { useMeeting, useMeetingStore } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import { Dialog } from "../../ui/dialog";
import { KeyCap } from "../../ui/key-cap";
import { isChord } from "../../ui/key-of";
import { moveBlock } from "../move-block";
import { nameIn, placeWords, type Standing, standingIn } from "../move-words";
import { useMeetingActions } from "../use-meeting-actions";
import { applicantChoices, meetingChoices } from "./palette-choices";
import type { Choice, PaletteParts } from "./palette-parts";

export function PaletteDialog({ onDone }: { onDone: () => void }) {
  const state = useMeeting((snapshot) => snapshot.state);
  const memberId = useMeeting((snapshot) => snapshot.memberId);
  const connection = useMeeting((snapshot) => snapshot.connection);
  const store = useMeetingStore();
  const actions = useMeetingActions();
  const [query, setQuery] = useState("");
  const [lineId, setLineId] = useState("");
  const [chosenId, setChosenId] = useState<string | null>(null);

  const isShut = (type: CommandType) => state.phase === "locked" && !permissions[type].whenLocked;
  const parts: PaletteParts = {
    state,
    memberId,
    store,
    actions,
    may: (type) => state.phase !== "purged" && mayAskIn(state, memberId, type) && !isShut(type),
    block: moveBlock({ state, memberId, connection }, connection !== "live"),
  };
  const turn = (id: string | null) => {
    setChosenId(id);
    setQuery("");
  };
  // Withheld or withdrawn meanwhile: back to where everything is.
  const about = chosenId !== null && state.applicants[chosenId] ? chosenId : null;
  const groups = about === null ? meetingChoices(parts, query, turn) : applicantChoices(parts, about, query);
  const ids = groups.flatMap(({ items }) => items.map(({ id }) => id));
  const count = ids.length;

  const onKeyDown = (event: KeyboardEvent) => {
    const isEnd = isChord(event.nativeEvent, "k");
    const isBack = event.key === "Backspace" && query === "" && about !== null;
    if (!isEnd && !isBack) return;
    event.preventDefault();
    if (isEnd) onDone();
    else turn(null);
  };

  return (
    <Dialog isOpen title={about === null ? "Find or do" : nameIn(state, about)} onClose={onDone}>
      {/* Anew for each level, so that its first line is the chosen one. */}
      <Command
        key={about ?? ""}
        label="Commands"
        // Of what is shown now: whoever types on and presses Enter must not get a line of before.
        value={ids.includes(lineId) ? lineId : (ids[0] ?? "")}
        onValueChange={setLineId}
        shouldFilter={false}
        vimBindings={false}
        loop
        onKeyDown={onKeyDown}
        className="flex flex-col gap-2"
      >
        <div className="flex gap-2">
          {about !== null && <Button onClick={() => turn(null)}>Back</Button>}
          <Command.Input
            autoFocus
            value={query}
            onValueChange={(typed) => {
              setQuery(typed);
              setLineId("");
            }}
            placeholder={about === null ? "Name, AAMC ID, rank, command" : "Rank to move to, command"}
            className="min-h-9 min-w-0 flex-1 rounded-md border border-control bg-surface px-3 pointer-coarse:min-h-11 pointer-coarse:text-entry"
          />
        </div>
        <p role="status" className="text-meta text-muted">
          {about === null
            ? count === 0
              ? "Nothing is called that here."
              : `${count} to choose from`
            : standingWords(standingIn(state, about))}
        </p>
        <Command.List label="Choices" className="h-80 max-h-[50dvh] overflow-y-auto border-t border-hairline">
          {groups.map(({ id, heading, items }) => (
            <Command.Group
              key={id}
              heading={heading}
              className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-meta [&_[cmdk-group-heading]]:text-muted"
            >
              {items.map((item) => (
                <ChoiceLine key={item.id} choice={item} onDone={onDone} />
              ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}

const standingWords = ({ rank, place = "unplaced" }: Standing): string =>
  rank === undefined ? `They are ${placeWords[place]}.` : `Rank ${rank}, ${placeWords[place]}.`;

interface ChoiceLineProps {
  choice: Choice;
  onDone: () => void;
}

function ChoiceLine({ choice: { id, label, hint, remark, isDanger, staysOpen, onSelect }, onDone }: ChoiceLineProps) {
  const select = () => {
    if (staysOpen) return onSelect();
    onDone();
    // Once the focus is back where it was: what is chosen may take it on from there.
    requestAnimationFrame(onSelect);
  };
  return (
    <Command.Item
      value={id}
      onSelect={select}
      className={classNames(
        "flex min-h-9 cursor-default items-center gap-3 rounded-md px-3 -outline-offset-2 pointer-coarse:min-h-11",
        "aria-selected:bg-middle-tint aria-selected:outline-2 aria-selected:outline-focus",
        isDanger && "text-red",
      )}
    >
      <span className="min-w-0 flex-1 py-1">{label}</span>
      {remark && <span className="tabular shrink-0 text-meta text-muted">{remark}</span>}
      {hint && (
        <span className="flex shrink-0 gap-1 pointer-coarse:hidden">
          {hint.split(" ").map((key) => (
            <KeyCap key={key}>{key}</KeyCap>
          ))}
        </span>
      )}
    </Command.Item>
  );
}
