// One button that goes round: as the system, light, dark. The choice stays on this device.
import Monitor from "lucide-react/icons/monitor";
import Moon from "lucide-react/icons/moon";
import Sun from "lucide-react/icons/sun";
import { useEffect, useState } from "react";
import { Button } from "./button";
import { type ThemeChoice, themeChoices, themeStorageKey } from "./theme-script";

const looks = {
  system: { Icon: Monitor, word: "as on this device" },
  light: { Icon: Sun, word: "light" },
  dark: { Icon: Moon, word: "dark" },
} as const;

function storedChoice(): ThemeChoice {
  const theme = document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "system";
}

function applyChoice(choice: ThemeChoice): void {
  if (choice === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
  try {
    if (choice === "system") localStorage.removeItem(themeStorageKey);
    else localStorage.setItem(themeStorageKey, choice);
  } catch {
    // Storage is forbidden here: the choice lasts as long as the page.
  }
}

export function ThemeSwitch() {
  // Unknown until the browser says; the button keeps its place meanwhile, and without scripts it stays unseen.
  const [choice, setChoice] = useState<ThemeChoice | null>(null);
  useEffect(() => setChoice(storedChoice()), []);

  const { Icon, word } = looks[choice ?? "system"];
  const next = themeChoices[(themeChoices.indexOf(choice ?? "system") + 1) % themeChoices.length] ?? "system";
  return (
    <Button
      variant="quiet"
      shape="icon"
      className={choice === null ? "invisible" : undefined}
      aria-label={`Colours: ${word}. Change to ${looks[next].word}`}
      title={`Colours: ${word}`}
      onClick={() => {
        applyChoice(next);
        setChoice(next);
      }}
    >
      <Icon size={18} aria-hidden />
    </Button>
  );
}
