/** `1 flag`, `3 flags`; `1 person`, `3 people`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
