// Drafts of notes on a device: kept before anything else, sent once whatever the connection does, another person's never.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foundBy } from "../../app/notes/add-met";
import { together } from "../../app/notes/draft";
import { draftShelf } from "../../app/notes/draft-shelf";
import { readScore } from "../../app/notes/note-page";
import { NoteStore } from "../../app/notes/note-store";
import type { SendNote, SendOutcome } from "../../app/notes/send-note";
import type { InterviewNoteContent } from "../../domain/note-words";
import type { SavedNote } from "../../server/context/notes";

/** A device's storage. */
function aStorage(): Storage {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    key: (at) => [...held.keys()][at] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
    clear: () => held.clear(),
  };
}

/** What the server does with saves (NOTE-2), and a line to it that can be cut before or after it has heard. */
function aLine() {
  const versions: { saveId: string; note: SavedNote }[] = [];
  const line = {
    is: "open" as "open" | "cut" | "answersLost",
    versions,
    said: () => versions.map(({ note }) => note.content),
    send: (async (_applicantId, { saveId, base, content }): Promise<SendOutcome> => {
      if (line.is === "cut") return { is: "away" };
      const known = versions.find((one) => one.saveId === saveId);
      const standing = versions.at(-1)?.note;
      if (!known && standing?.version !== base?.version) return { is: "conflict", theirs: standing ?? null };
      const note = known?.note ?? {
        id: "note",
        version: versions.length + 1,
        content,
        savedAt: "2026-12-04T10:00:00Z",
        voice: null,
      };
      if (!known) versions.push({ saveId, note });
      return line.is === "answersLost" ? { is: "away" } : { is: "saved", note };
    }) satisfies SendNote,
  };
  return line;
}

/** Timers that run when the test says so. */
function aDevice(storage = aStorage(), line = aLine(), person = "me") {
  let waiting: (() => void)[] = [];
  let ids = 0;
  const later = (run: () => void) => {
    waiting.push(run);
    return () => {
      waiting = waiting.filter((one) => one !== run);
    };
  };
  const newId = () => `${person}-${Math.floor(ids++)}-${storage.length}-${line.versions.length}`;
  const shelf = draftShelf(storage, person, "season");
  const opened = line.versions.at(-1)?.note ?? null;
  const store = new NoteStore({ send: line.send, newId, later }, [
    { id: "a", name: "A", school: null, heldOn: null, note: opened },
  ]);
  store.start(shelf);
  const settle = async () => {
    for (let turn = 0; turn < 6; turn++) await Promise.resolve();
  };
  const rest = async () => {
    for (const run of waiting.splice(0)) run();
    await settle();
  };
  return { storage, line, store, rest, settle, write: (content: InterviewNoteContent) => store.edit("a", content) };
}

describe("[NOTE-2] a draft", () => {
  it("is on the device at once, and taken off it when the server has it", async () => {
    const { storage, store, rest, line, write } = aDevice();
    write({ text: "Calm." });
    expect(storage.length).toBe(1);
    expect(store.get("a").status).toEqual({ is: "sending" });
    await rest();
    expect(store.get("a").status).toMatchObject({ is: "saved" });
    expect([storage.length, line.said()]).toEqual([0, [{ text: "Calm." }]]);
  });

  it("outlives a dead connection and a closed tab, says so, and is sent once", async () => {
    const first = aDevice();
    first.line.is = "cut";
    first.write({ text: "On the train." });
    await first.rest();
    expect(first.store.get("a").status).toEqual({ is: "onDevice", isSignedOut: false });
    // The tab is gone; another opens with the line back.
    first.line.is = "open";
    const next = aDevice(first.storage, first.line);
    expect(next.store.get("a").content).toEqual({ text: "On the train." });
    await next.settle();
    await next.rest();
    expect([next.storage.length, next.line.said()]).toEqual([0, [{ text: "On the train." }]]);
  });

  it("whose answer was lost is sent again as it was, and what was typed since after it", async () => {
    const { line, write, rest, store, storage } = aDevice();
    line.is = "answersLost";
    write({ text: "One." });
    await rest();
    write({ text: "One. Two." });
    await rest();
    line.is = "open";
    for (let turn = 0; turn < 3; turn++) await rest();
    expect(line.said()).toEqual([{ text: "One." }, { text: "One. Two." }]);
    expect([store.get("a").status.is, storage.length]).toEqual(["saved", 0]);
  });

  it("over another device's version waits for a person, who loses neither", async () => {
    const phone = aDevice();
    const laptop = aDevice(aStorage(), phone.line);
    phone.write({ text: "Phone.", score: 3 });
    await phone.rest();
    laptop.write({ text: "Laptop.", answers: { willStay: { answer: "yes" } } });
    await laptop.rest();
    const { status, content } = laptop.store.get("a");
    if (status.is !== "conflict" || !status.theirs) throw new Error("two versions");
    expect([content.text, status.theirs.content.text]).toEqual(["Laptop.", "Phone."]);
    laptop.store.settle("a", together(content, status.theirs.content));
    await laptop.settle();
    expect(laptop.line.said().at(-1)).toEqual({
      text: "Laptop.\n\nPhone.",
      score: 3,
      answers: { willStay: { answer: "yes", evidence: undefined } },
      worksWithSince: undefined,
    });
    expect(laptop.store.get("a").status).toMatchObject({ is: "saved" });
  });

  it("of another person on the same device is not there", async () => {
    const mine = aDevice();
    mine.line.is = "cut";
    mine.write({ text: "Mine." });
    const theirs = aDevice(mine.storage, mine.line, "somebody-else");
    await theirs.rest();
    expect(theirs.store.get("a")).toMatchObject({ content: {}, status: { is: "empty" } });
    expect(mine.storage.length).toBe(1);
  });

  it("is as it was typed while it is saved: no blank is taken from under the fingers", async () => {
    const { write, rest, store } = aDevice();
    write({ text: "Knew the " });
    await rest();
    expect(store.get("a")).toMatchObject({ content: { text: "Knew the " }, status: { is: "saved" } });
  });

  it("ends saved, once and whole, whatever the line does between the strokes", async () => {
    const states = fc.constantFrom("open", "cut", "answersLost");
    const strokes = fc.array(fc.record({ line: states, isReload: fc.boolean() }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(strokes, async (played) => {
        let device = aDevice();
        let text = "";
        for (const [at, { line, isReload }] of played.entries()) {
          device.line.is = line as "open";
          text += `${at} `;
          device.write({ text });
          await device.rest();
          if (isReload) {
            device.store.stop();
            device = aDevice(device.storage, device.line);
            await device.settle();
          }
        }
        device.line.is = "open";
        for (let turn = 0; turn < 4; turn++) await device.rest();
        expect(device.store.get("a").status).toMatchObject({ is: "saved" });
        const said = device.line.said().map((content) => content.text);
        expect(said.at(-1)).toBe(text);
        expect(new Set(said).size).toBe(said.length);
        expect(device.storage.length).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe("fields of a note", () => {
  it("a score is a number of the scale, with a comma or a point", () => {
    expect(["3", "3.5", "3,5", "3.", " ", "", "-1", "x", "1001", "1e3"].map(readScore)).toEqual([
      ...[3, 3.5, 3.5, 3, undefined, undefined],
      ...[null, null, null, null],
    ]);
  });

  it("somebody I met is found by parts of the name, in any order, without accents", () => {
    const others = ["Núñez, José", "Nunn, Amy"].map((name) => ({ id: name, name, school: null }));
    expect(foundBy(others, "jose nun").map(({ name }) => name)).toEqual(["Núñez, José"]);
    expect(foundBy(others, " ")).toEqual([]);
  });
});
