// Which passwords are taken: 12 characters or more, and none that a guesser would try soon. zxcvbn knows the 49,000 most used
// ones, words and names, keyboard runs, repeats and dates, and what stands around them (docs/decisions/0015).
import type { PasswordRefusal, SignedInPerson } from "../load-context";

export const shortest = 12;
/** Guessing grows with the square of the length, and nobody types more. */
const longest = 128;
/** zxcvbn's grades go from 0 to 4; 3 takes at least 10^8 guesses. */
const goodEnough = 3;

export async function refusalOf(
  password: string,
  { name, email }: Pick<SignedInPerson, "name" | "email">,
): Promise<PasswordRefusal | undefined> {
  const { length } = [...password];
  if (length < shortest) return "passwordTooShort";
  if (length > longest) return "passwordTooLong";
  const guesser = await loadGuesser();
  const aboutThem = [
    name,
    name.replace(/[\s,.]+/g, ""),
    ...name.split(/[\s,.]+/),
    email,
    ...email.split(/[@.]/),
    ...aboutUs,
  ].filter(Boolean);
  return guesser.check(password, aboutThem).score < goodEnough ? "passwordCommon" : undefined;
}

const aboutUs = ["rank", "room", "rankroom", "rank room", "residency", "match", "nrmp"];

let loading: ReturnType<typeof load> | undefined;
const loadGuesser = () => {
  loading ??= load();
  return loading;
};

/** Its lists are 7 MB in memory: read when somebody first chooses a password, which few do. */
async function load() {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}
