// All pieces in both themes. What floats over the page (menu, toast) takes the page's theme.
import { ThemeSwitch } from "../ui/theme-switch";
import { ControlSamples } from "./control-samples";
import { ColourSamples, TextSamples } from "./foundation-samples";
import { MarkSamples } from "./mark-samples";
import { OverlaySamples } from "./overlay-samples";
import { StateSamples } from "./state-samples";

export const Gallery = () => (
  <main id="main" tabIndex={-1} className="outline-none">
    <header className="flex items-center justify-between px-6 py-4">
      <h1 className="text-rank">Pieces</h1>
      <ThemeSwitch />
    </header>
    <div className="grid xl:grid-cols-2">
      {(["light", "dark"] as const).map((theme) => (
        <section
          key={theme}
          data-theme={theme}
          aria-label={theme}
          className="flex min-w-0 flex-col gap-8 bg-canvas p-6 text-ink"
        >
          <ColourSamples />
          <TextSamples />
          <ControlSamples />
          <MarkSamples />
          <OverlaySamples />
          <StateSamples />
        </section>
      ))}
    </div>
  </main>
);
