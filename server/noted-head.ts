// Where a chain stands, in one word that people can keep: `id:number:hash`.
import type { NotedHead } from "./verify-log";

const form = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(\d{1,10}):([0-9a-f]{64})$/;

/** Undefined for what is not such a word. */
export function readNotedHead(word: string): (NotedHead & { id: string }) | undefined {
  const [, id, seq, hash] = form.exec(word) ?? [];
  return id && hash ? { id, seq: Number(seq), hash } : undefined;
}

export const headWord = (id: string, { seq, hash }: NotedHead): string => `${id}:${seq}:${hash}`;
