// What every screen relies on the pieces for: labels tied to controls, and nothing said by colour alone.
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Button } from "../../app/ui/button";
import { ConnectionMark, type ConnectionState } from "../../app/ui/connection-mark";
import { TextField } from "../../app/ui/field";
import { initialsOf } from "../../app/ui/initials";
import { SegmentedChoice } from "../../app/ui/segmented-choice";
import { ZoneBadge } from "../../app/ui/zone-mark";
import { zones } from "../../domain/zone";

const attribute = (markup: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(markup)?.[1];

describe("a field", () => {
  const markup = renderToStaticMarkup(
    <TextField label="Rank" name="rank" hint="1 to 112" error="Enter a rank from 1 to 112." />,
  );
  const input = /<input[^>]*>/.exec(markup)?.[0] ?? "";

  it("ties its label to its control", () => {
    expect(attribute(markup, "for")).toBe(attribute(input, "id"));
  });

  it("describes its control by the error first, then the hint, and marks it invalid", () => {
    const ids = attribute(input, "aria-describedby")?.split(" ") ?? [];
    const texts = ids.map((id) => new RegExp(`id="${id}"[^>]*>(?:<svg.*?</svg>)?([^<]*)<`).exec(markup)?.[1]);
    expect(texts).toEqual(["Enter a rank from 1 to 112.", "1 to 112"]);
    expect(attribute(input, "aria-invalid")).toBe("true");
  });

  it("without hint and error is described by nothing", () => {
    const plain = renderToStaticMarkup(<TextField label="Rank" name="rank" />);
    expect(plain).not.toContain("aria-describedby");
    expect(plain).not.toContain("aria-invalid");
  });
});

describe("a button", () => {
  it("submits nothing unless told to", () => {
    expect(attribute(renderToStaticMarkup(<Button>Undo</Button>), "type")).toBe("button");
  });

  it("while busy says so and can keep the focus", () => {
    const markup = renderToStaticMarkup(<Button isBusy>Send</Button>);
    expect(attribute(markup, "aria-busy")).toBe("true");
    expect(attribute(markup, "aria-disabled")).toBe("true");
    expect(/<button[^>]*>/.exec(markup)?.[0]).not.toContain(" disabled=");
  });
});

describe("a segmented choice", () => {
  it("is native radio buttons of one name, one of them chosen", () => {
    const markup = renderToStaticMarkup(
      <SegmentedChoice
        legend="How strongly?"
        options={[
          { value: "fine", label: "I'd work with them" },
          { value: "champion", label: "Champion" },
        ]}
        defaultValue="champion"
      />,
    );
    const radios = markup.match(/<input[^>]*>/g) ?? [];
    expect(new Set(radios.map((radio) => attribute(radio, "name"))).size).toBe(1);
    expect(radios.filter((radio) => radio.includes("checked")).map((radio) => attribute(radio, "value"))).toEqual([
      "champion",
    ]);
  });
});

describe("never colour alone", () => {
  it("gives each zone its own word and its own icon", () => {
    const badges = zones.map((zone) => renderToStaticMarkup(<ZoneBadge zone={zone} />));
    const words = badges.map((badge) => badge.replace(/<[^>]*>/g, ""));
    const icons = badges.map((badge) => /<svg.*<\/svg>/.exec(badge)?.[0].replace(/class="[^"]*"/g, ""));
    expect(words).toEqual(["Protected", "Middle", "Red zone"]);
    expect(new Set(icons).size).toBe(zones.length);
  });

  it("gives each state of the connection its own word", () => {
    const states: ConnectionState[] = ["live", "reconnecting", "offline"];
    const words = states.map((state) => renderToStaticMarkup(<ConnectionMark state={state} />).replace(/<[^>]*>/g, ""));
    expect(new Set(words).size).toBe(states.length);
  });
});

describe("initials", () => {
  it.each([
    ["Okafor, Amara", "AO"],
    ["van der Berg, Ida Marie", "IV"],
    ["Dr. Elena Vance", "EV"],
    ["Grace B. Whitmore", "GW"],
    ["Ömer, Şule", "ŞÖ"],
    ["Smith, Jr., John", "JS"],
    ["Smith, John A., III", "JS"],
    ["John Smith Jr", "JS"],
    ["Do, Minh", "MD"],
    ["Prince", "P"],
    ["", ""],
  ])("of %j are %j", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
