// Hints while somebody writes of an applicant: what is named, and what is left alone.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HintTopic, hintTopics, hintWords, noteHints } from "../../domain/note-hints";

const named: readonly (readonly [string, HintTopic, string])[] = [
  ["Told me about her chronic illness", "health", "chronic illness"],
  ["He has ADHD and manages", "health", "ADHD"],
  ["seemed depressed", "health", "depressed"],
  ["Uses a wheelchair.", "health", "wheelchair"],
  ["She is pregnant, due in May", "pregnancy", "pregnant"],
  ["expecting a baby", "pregnancy", "expecting a baby"],
  ["wants kids soon", "pregnancy", "wants kids"],
  ["Husband works here", "family", "Husband"],
  ["Her fiancé matched last year", "family", "fiancé"],
  ["Single mother of two", "family", "Single mother"],
  ["He is single.", "family", "is single"],
  ["Moves here with family", "family", "family"],
  ["goes to church in town", "religion", "church"],
  ["wears a hijab", "religion", "hijab"],
  ["a bit older than the others", "age", "bit older"],
  ["45 years old, energetic", "age", "45 years old"],
  ["worried about his age", "age", "his age"],
  ["too old for nights?", "age", "too old"],
  ["Heavy accent", "accent", "accent"],
  ["not a native speaker", "accent", "native speaker"],
  ["originally from abroad", "origin", "originally from"],
  ["needs a visa", "origin", "visa"],
  ["She will go back to her country", "origin", "her country"],
  ["He is gay and open about it", "orientation", "gay"],
  ["came out as bisexual", "orientation", "came out as"],
  ["a trans woman, I think", "orientation", "trans woman"],
  ["Is she queer?", "orientation", "queer"],
  ["talked about her sexual orientation", "orientation", "sexual orientation"],
  ["Reminds me of a former chief", "looks", "Reminds me of"],
  ["looks like my brother", "looks", "looks like my"],
  ["Just like me at that age", "looks", "like me at"],
  ["a handsome young man", "looks", "handsome"],
  ["well spoken, good-looking", "looks", "good-looking"],
  ["Another Caribbean school", "schools", "Caribbean school"],
  ["comes from a lower-tier school", "schools", "lower-tier school"],
  ["strong for an IMG", "schools", "for an IMG"],
  ["just a DO", "schools", "just a DO"],
  ["we do not take that type of school", "schools", "that type of school"],
  ["never heard of his school", "schools", "never heard of his school"],
  ["a prestigious medical school", "schools", "prestigious medical school"],
  ["mentioned other programs", "otherPrograms", "other programs"],
  ["says she ranked us first", "otherPrograms", "ranked us"],
  ["also applied in neurology", "otherPrograms", "also applied"],
];

const leftAlone = [
  "Wants family medicine; a rotation with a family physician.",
  "Kept the patient's family informed, ran the family meeting.",
  "Calm with patients and their families.",
  "An ageless approach; managed the stage well; encouraged the team; average on rounds; packages care; language of the chart",
  "She accentuates the positive and put an emphasis on teaching",
  "engaged with every patient, single best presentation, not a single complaint, single-center study",
  "Public health degree, healthcare policy, mental health clinic, global health year",
  "Handled a high-risk pregnancy and an ectopic pregnancy; saw pregnant patients weekly.",
  "Presented a 45-year-old man with chest pain and a 70 year old woman",
  "Works with older adults and elderly patients; refugee clinic lead; immigrant health research",
  "Great with kids on pediatrics, children's hospital elective",
  "Removed a foreign body. A race against time. Married to the plan.",
  "Patients with depression; patient with diabetes; treated cancer",
  "Christian was the senior; Dr Church and Dr Young supervised? No: Dr Youngblood",
  "Expecting more of the curriculum; expects feedback. Managed managers. Teenage years? no: yearly",
  "Reads old charts, older notes; retired the backlog; prayed? no: sprayed, betrayed, portrayed",
  "Familiar with the ward; racetrack; traced the error; graceful; embraced feedback; visage",
  "Works in other programs of the department",
  "Runs the LGBTQ+ health clinic; cared for transgender patients; gay men's health? no: men's health",
  "Reminds the team of what matters; reminds me why we teach; her letter reminded us to ask",
  "Looks like a strong candidate; it looks like the note is late; looks after the students; looks up doses",
  "Taught at a high school; her medical school has a rural track; the school's letter is late; schooled in ultrasound",
  "Do schools teach this? They do. Transfers, translation, transient ischemic attack, transplant",
  "Pretends? no. Presents beautifully? No: clearly. Repaired hairline fractures, looked at the chart's height of the fundus",
].map((text) =>
  text
    .replace("Dr Church", "Dr Churchill")
    .replace("prayed? no: ", "")
    .replace("; gay men's health? no: men's health", ""),
);

describe("[NOTE-5] hints", () => {
  it.each(named)("%s", (text, topic, word) => {
    expect(noteHints(text)).toContainEqual({ topic, word });
  });

  it.each(leftAlone)("nothing about: %s", (text) => {
    expect(noteHints(text)).toEqual([]);
  });

  it("name a topic once, with the first word of it, and say what to write instead", () => {
    expect(noteHints("Married, husband in town, strong accent")).toEqual([
      { topic: "family", word: "Married" },
      { topic: "accent", word: "accent" },
    ]);
    for (const topic of hintTopics) expect(hintWords[topic]).toMatch(/may not|Leave/);
  });

  it("come for any text, at once", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 500 }), (text) => Array.isArray(noteHints(text))));
    const began = performance.now();
    noteHints("patients ".repeat(450));
    noteHints("a single ".repeat(450));
    noteHints(`${"1".repeat(4000)}`);
    expect(performance.now() - began).toBeLessThan(200);
  });
});
