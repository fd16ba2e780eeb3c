import { describe, expect, test } from "vitest";
import { nameSearch, namesPerson } from "../../domain/name-search";

const finds = (typed: string, name: string) => nameSearch(typed).finds(name);

describe("a name is found as it is typed", () => {
  test.each([
    ["lukasz", "Łukasz Wójcik"],
    ["wojcik lukasz", "Łukasz Wójcik"],
    ["soren", "Søren Ødegård"],
    ["odegard", "Søren Ødegård"],
    ["dordevic", "Đorđević"],
    ["yildiz", "Yıldız"],
    ["ipek", "İpek"],
    ["strauss", "Strauß"],
    ["STRAUẞ", "Strauss"],
    ["aero", "Ærø"],
    ["oeuvre", "Œuvre"],
    ["thor", "Þór"],
    ["nguyen", "Nguyễn"],
    ["Nguyễn", "Nguyen"],
    ["o'brien", "Sean O’Brien"],
    ["O’Brien", "Sean O'Brien"],
    ["oʼbrien", "Sean O’Brien"],
    ["o`brien", "Sean O’Brien"],
    ["o´brien", "Sean O’Brien"],
    ["obrien", "Sean O’Brien"],
    ["o brien", "Sean O’Brien"],
    ["al-rashid", "Omar al‑Rashid"],
    ["al–rashid", "Omar al-Rashid"],
    ["al−rashid", "Omar al‐Rashid"],
    ["al rashid", "Omar al-Rashid"],
    ["alrashid", "Omar al—Rashid"],
    ["anne-marie", "Anne Marie Dubois"],
    ["rashid, omar", "Omar al-Rashid"],
  ])("%s finds %s", (typed, name) => {
    expect(finds(typed, name)).toBe(true);
  });

  test("every word has to be there, in any of the texts", () => {
    expect(finds("omar haddad", "Omar al-Rashid")).toBe(false);
    expect(nameSearch("omar 1234").finds("Omar al-Rashid", "12345678")).toBe(true);
    // No word goes over from one text to the next.
    expect(nameSearch("rashid12").finds("Omar al-Rashid", "12345678")).toBe(false);
  });

  test.each(["", "  ", "-", "’"])("%j asks nothing", (typed) => {
    expect(nameSearch(typed).isEmpty).toBe(true);
  });
});

describe("a text names somebody", () => {
  test.each([
    ["Łukasz was late twice.", true],
    ["lukasz", true],
    ["I know al-Rashid’s father.", true],
    ["Rashida was late twice.", false],
    ["They were late twice.", false],
    ["", false],
  ])("%s", (text, isNamed) => {
    expect(namesPerson("al-Rashid, Łukasz J")(text)).toBe(isNamed);
  });
});
