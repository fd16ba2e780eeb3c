// The 22 people of the demo program. Their addresses are what the demo's sign-in offers.
import type { Role } from "../../domain/member";
import type { PersonRow } from "../import/people-file";

const leaders: readonly (readonly [name: string, mailbox: string, role: Role])[] = [
  ["Renata Almqvist", "pd", "pd"],
  ["Joon Adeyemi", "apd", "associatePd"],
  ["Fiona Ibarra", "coordinator", "coordinator"],
  ["Naveen Boateng", "chief3", "chief"],
];

const faculty =
  "Sabine Duarte|Emeka Grünwald|Parisa Hollis|Santiago Kovács|Wanjiru Katz|Oskar Mistry|Linh Moreau|Tamar Pacheco|" +
  "Zubair Laurent|Ines Rosenthal|Haruto Sandoval|Nia Thornbury|Goran Villanueva|Uma Eriksen|Camila Shrestha|" +
  "Isak Tesfaye|Salma Fairweather";

export function demoPeople(): PersonRow[] {
  const people = [
    ...leaders,
    ...faculty.split("|").map((name, at) => [name, `faculty${at + 4}`, "faculty"] as const),
    ["Leandro Quintero", "observer", "observer"] as const,
  ];
  // The heading would be row 1 of a file.
  return people.map(([name, mailbox, role], at) => ({ row: at + 2, name, email: `${mailbox}@example.org`, role }));
}
