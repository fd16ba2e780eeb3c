// [WORDS-1] What counts as a sentence, and that every command that asks for one takes nothing less.
import { describe, expect, it } from "vitest";
import { memberCommandSchema } from "../../domain/commands";
import { sentenceSchema } from "../../domain/schemas";
import { isSentence, sentenceMissing } from "../../domain/sentence";
import { applicantId, id } from "../support/a-meeting";

describe("[WORDS-1] a sentence has at least three different words", () => {
  it.each([
    ...[
      "He was late.",
      "Agreed in the room.",
      "Step 2 of 220",
      "Пришёл поздно дважды",
      "늦게 두 번 왔다",
      "جاء متأخرا مرتين",
    ],
    ...["他迟到了", "面试迟到两次。", "遅刻しました", "เขามาสาย", "Told by 田中先生 twice"],
    ...["C'était très bien", "वह देर से आया", "She didn't reply\nto us"],
  ])("%s", (text) => expect(isSentence(text)).toBe(true));

  it.each([
    ...[
      "",
      " ",
      "x",
      "late",
      "Too late.",
      "x x x",
      "no, no, no!",
      "1 2 3",
      "… . –",
      "a b c",
      "🙂 🙂 🙂",
      "late-night,again",
    ],
    ...["迟到", "人人人人", "สาย", "田中 late"],
  ])("not %j", (text) => expect(isSentence(text)).toBe(false));

  it("a schema says what is missing, trims, and still knows what is empty or too long", () => {
    const schema = sentenceSchema(20);
    expect(schema.parse("  He was late.  ")).toBe("He was late.");
    expect(schema.safeParse("x").error?.issues[0]?.message).toBe(sentenceMissing);
    expect(schema.safeParse("").success).toBe(false);
    expect(schema.safeParse("He was very very late.").success).toBe(false);
  });
});

describe("[WORDS-1] no command takes less", () => {
  const about = { applicantId: applicantId(1) };
  const mark = { markId: id("c", 1) };
  const to = { zone: "red", after: null, before: null };
  const asked: readonly [type: string, field: string, rest: object][] = [
    ["moveApplicant", "reason.sentence", { ...about, to }],
    ["moveApplicants", "reason.sentence", { applicantIds: [applicantId(1)], to }],
    ["endorseApplicant", "evidence", { ...about, strength: "strong" }],
    ["strikeEndorsement", "reason", mark],
    ["raiseFlag", "sentence", { ...about, category: "other", provenance: "document" }],
    ["verifyFlag", "reason", mark],
    ["dismissFlag", "reason", mark],
    ["strikeFlag", "reason", mark],
    ["liftRecusal", "reason", { ...about, memberId: id("m", 1) }],
    ["lockList", "reason", {}],
    ["unlockList", "reason", {}],
    ["addToAgenda", "why", about],
    ["raiseObjection", "sentence", { ...about, callId: id("c", 1), category: "other" }],
    ["discardRound", "reason", { roundId: id("c", 1) }],
  ];

  it.each(asked)("%s: %s", (type, field, rest) => {
    const withText = (text: string) => {
      const [name = "", inner] = field.split(".");
      return { type, ...rest, [name]: inner ? { [inner]: text } : text };
    };
    expect(memberCommandSchema.safeParse(withText("He was late.")).success).toBe(true);
    const { error } = memberCommandSchema.safeParse(withText("x"));
    expect(error?.issues[0]).toMatchObject({ message: sentenceMissing, path: field.split(".") });
  });
});
