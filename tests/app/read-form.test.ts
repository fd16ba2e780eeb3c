// Forms are read in one place, which turns what is no form into a page.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readForm, textOf } from "../../app/read-form";

const asked = (body: string, headers: Record<string, string>) =>
  new Request("http://localhost/", { method: "POST", body, headers });
const form = { "Content-Type": "application/x-www-form-urlencoded" };

describe("a form", () => {
  it("is read by name; what is missing is empty", async () => {
    const read = await readForm(asked("email=ada%40example.org", form));
    expect([textOf(read, "email"), textOf(read, "password")]).toEqual(["ada@example.org", ""]);
  });

  it.each([
    ["{}", { "Content-Type": "application/json" }],
    ["--x", { "Content-Type": "multipart/form-data; boundary=x" }],
    ["a=b", { "Content-Type": "nonsense" }],
  ])("that is none is refused with 400: %s", async (body, headers) => {
    await expect(readForm(asked(body, headers))).rejects.toMatchObject({ init: { status: 400 } });
  });

  it("that is too long is refused with 413 before it is read", async () => {
    const headers = { ...form, "Content-Length": String(64 * 1024 + 1) };
    await expect(readForm(asked("a=b", headers))).rejects.toMatchObject({ init: { status: 413 } });
  });
});

it("no route reads a form in another way", () => {
  const routes = path.join(import.meta.dirname, "../../app/routes");
  const others = readdirSync(routes).filter((file) =>
    /\.formData\(|request\.(text|json)\(/.test(readFileSync(path.join(routes, file), "utf8")),
  );
  expect(others, "read it by app/read-form").toEqual([]);
});
