// What a recusal takes from the device: every draft about the applicant, and no other.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { draftKey, forgetDraftsAbout, hasObjectionDraft, objectionPurpose } from "../../app/meeting/dialogs/draft";

const [theirs, other] = ["0a000000-0000-4000-8000-000000000001", "0a000000-0000-4000-8000-000000000002"] as const;
const drafts = new Map<string, string>();
const put = (purpose: string, fields: object) => drafts.set(draftKey("m", "p", purpose), JSON.stringify(fields));

beforeEach(() => {
  drafts.clear();
  // Its keys are its own properties, as a browser has them.
  vi.stubGlobal(
    "sessionStorage",
    new Proxy(
      { getItem: (key: string) => drafts.get(key) ?? null, removeItem: (key: string) => void drafts.delete(key) },
      {
        ownKeys: () => [...drafts.keys()],
        getOwnPropertyDescriptor: (_target, key) =>
          drafts.has(String(key)) ? { configurable: true, enumerable: true } : undefined,
      },
    ),
  );
});
afterEach(() => void vi.unstubAllGlobals());

it("takes what is about them, chosen or only named, and leaves what is about others", () => {
  put(`flag ${theirs}`, { sentence: "They were late twice." });
  put(objectionPurpose("chosen"), { applicantId: theirs, sentence: "They were late twice." });
  put(objectionPurpose("named"), { applicantId: "", sentence: "Łukasz was late twice." });
  put(objectionPurpose("unnamed"), { applicantId: "", sentence: "They were late twice." });
  put(objectionPurpose("other"), { applicantId: other, sentence: "Later than Łukasz, twice." });
  put(`flag ${other}`, { sentence: "They were late twice." });
  forgetDraftsAbout({ id: theirs, name: "Wójcik, Łukasz" });
  expect([...drafts.keys()].map((key) => key.split("m p ")[1])).toEqual([
    objectionPurpose("unnamed"),
    objectionPurpose("other"),
    `flag ${other}`,
  ]);
  expect(hasObjectionDraft("m", "p", "named")).toBe(false);
  expect(hasObjectionDraft("m", "p", "unnamed")).toBe(true);
});
