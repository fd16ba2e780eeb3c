// Tabs after the ARIA pattern: one stop for Tab, arrows go between them, Home and End to the ends.
import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import { classNames } from "../../ui/class-names";

export interface DrawerTab<Name extends string> {
  name: Name;
  label: string;
  /** Beside the label, when there are any. */
  count?: number;
}

interface DrawerTabsProps<Name extends string> {
  label: string;
  tabs: readonly DrawerTab<Name>[];
  chosen: Name;
  onChoose: (name: Name) => void;
  children: ReactNode;
}

export function DrawerTabs<Name extends string>({ label, tabs, chosen, onChoose, children }: DrawerTabsProps<Name>) {
  const id = useId();
  const buttons = useRef(new Map<Name, HTMLButtonElement>());

  const choose = (tab: DrawerTab<Name> | undefined) => {
    if (!tab) return;
    onChoose(tab.name);
    buttons.current.get(tab.name)?.focus();
  };
  const goByKey = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ name }) => name === chosen);
    const target = {
      ArrowRight: tabs[(at + 1) % tabs.length],
      ArrowLeft: tabs.at(at - 1),
      Home: tabs[0],
      End: tabs.at(-1),
    }[event.key];
    if (!target) return;
    event.preventDefault();
    event.stopPropagation();
    choose(target);
  };

  return (
    <>
      <div
        role="tablist"
        aria-label={label}
        onKeyDown={goByKey}
        className="sticky -top-4 z-10 -mx-4 mt-4 flex border-b border-hairline bg-surface px-2"
      >
        {tabs.map((tab) => {
          const isChosen = tab.name === chosen;
          return (
            <button
              key={tab.name}
              ref={(button) => {
                if (button) buttons.current.set(tab.name, button);
                else buttons.current.delete(tab.name);
              }}
              type="button"
              role="tab"
              id={`${id}${tab.name}`}
              aria-selected={isChosen}
              aria-controls={`${id}panel`}
              tabIndex={isChosen ? 0 : -1}
              onClick={() => choose(tab)}
              className={classNames(
                "min-h-11 border-b-2 px-3 -outline-offset-2",
                isChosen ? "border-ink font-bold" : "border-transparent text-muted hover:text-ink",
              )}
            >
              {tab.label}
              {tab.count ? <span className="tabular"> {tab.count}</span> : null}
            </button>
          );
        })}
      </div>
      <div
        role="tabpanel"
        id={`${id}panel`}
        aria-labelledby={`${id}${chosen}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel may hold nothing else to focus.
        tabIndex={0}
        className="py-4 -outline-offset-2"
      >
        {children}
      </div>
    </>
  );
}
