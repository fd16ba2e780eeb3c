// The address book: every path of the app and the thin route file behind it.
import type { UNSAFE_RouteConfig as RouteConfig } from "@remix-run/dev";

const routes: RouteConfig = [
  { index: true, file: "routes/home.tsx" },
  { path: "sign-in", file: "routes/sign-in.tsx" },
  { path: "sign-in/:token", file: "routes/sign-in-link.tsx" },
  { path: "sign-out", file: "routes/sign-out.tsx" },
  { path: "demo", file: "routes/demo.tsx" },
  { path: "join/:code", file: "routes/join.tsx" },
  { path: "join/:code/lobby", file: "routes/join-lobby.tsx" },
  { path: "join/:code/state", file: "routes/join-state.ts" },
  { path: "audit", file: "routes/installation-audit.tsx" },
  { path: "audit.csv", file: "routes/installation-audit-csv.ts" },
  { path: "programs/:programId/audit", file: "routes/program-audit.tsx" },
  { path: "programs/:programId/audit.csv", file: "routes/program-audit-csv.ts" },
  { path: "programs/:programId/retention", file: "routes/program-retention.tsx" },
  { path: "meetings/:id", file: "routes/meeting.tsx" },
  { path: "meetings/:id/r3.txt", file: "routes/rank-list-r3.ts" },
  { path: "meetings/:id/rank-list.csv", file: "routes/rank-list-csv.ts" },
  { path: "meetings/:id/rank-list.xlsx", file: "routes/rank-list-xlsx.ts" },
  { path: "meetings/:id/lobby", file: "routes/meeting-lobby.tsx" },
  { path: "meetings/:id/lobby-state", file: "routes/meeting-lobby-state.ts" },
  { path: "meetings/:id/invite", file: "routes/meeting-invite.tsx" },
  { path: "meetings/:id/door", file: "routes/meeting-door.ts" },
  { path: "meetings/:id/own-device", file: "routes/meeting-own-device.ts" },
  { path: "meetings/:id/applicants/:applicantId/history", file: "routes/applicant-history.ts" },
  { path: "meetings/:id/applicants/:applicantId/opened", file: "routes/applicant-opened.ts" },
  { path: "ui", file: "routes/ui-gallery.tsx" },
  { path: "*", file: "routes/not-found.tsx" },
];

export default routes;
