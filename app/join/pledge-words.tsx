// The pledge itself, in the same words at the door and for those who sign in (JOIN-8).

export const PledgeWords = () => (
  <ul className="flex list-disc flex-col gap-2 pl-5">
    <li>What is said and shown here stays here: the applicants, the list, and who said what.</li>
    <li>I will not tell any applicant where they stand, or what their odds are.</li>
  </ul>
);

export const PledgeKept = () => (
  <p className="text-meta text-muted">That you pledged, and when, is kept with the meeting.</p>
);
