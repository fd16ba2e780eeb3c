// One ranked applicant as the export files need them. Red and withdrawn applicants never become entries.
export interface ExportEntry {
  /** From 1, continuous through protected and middle. */
  rank: number;
  /** `Last, First`. */
  name: string;
  /** Eight digits. */
  aamcId?: string;
  /** `N` and seven digits. */
  nrmpId?: string;
  zone: "protected" | "middle";
}

/** The columns of the spreadsheet files. */
export const exportHeadings = ["Rank", "Name", "AAMC ID", "NRMP ID", "Zone"] as const;

export const exportCells = ({ rank, name, aamcId, nrmpId, zone }: ExportEntry): string[] => [
  String(rank),
  name,
  aamcId ?? "",
  nrmpId ?? "",
  zone,
];
