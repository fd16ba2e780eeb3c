// The address book: every path of the app and the thin route file behind it.
import type { UNSAFE_RouteConfig as RouteConfig } from "@remix-run/dev";

const routes: RouteConfig = [
  { index: true, file: "routes/home.tsx" },
  { path: "sign-in", file: "routes/sign-in.tsx" },
  { path: "sign-in/password", file: "routes/sign-in-password.tsx" },
  { path: "sign-in/sso", file: "routes/sign-in-sso.ts" },
  { path: "sign-in/sso/callback", file: "routes/sign-in-sso-callback.ts" },
  { path: "sign-in/sso/refused", file: "routes/sign-in-sso-refused.tsx" },
  { path: "sign-in/:token", file: "routes/sign-in-link.tsx" },
  { path: "sign-out", file: "routes/sign-out.tsx" },
  { path: "account", file: "routes/account.tsx" },
  { path: "account/devices", file: "routes/devices.tsx" },
  { path: "demo", file: "routes/demo.tsx" },
  { path: "meetings/:id", file: "routes/meeting.tsx" },
  { path: "meetings/:id/r3.txt", file: "routes/rank-list-r3.ts" },
  { path: "meetings/:id/rank-list.csv", file: "routes/rank-list-csv.ts" },
  { path: "meetings/:id/rank-list.xlsx", file: "routes/rank-list-xlsx.ts" },
  { path: "meetings/:id/applicants/:applicantId/history", file: "routes/applicant-history.ts" },
  { path: "ui", file: "routes/ui-gallery.tsx" },
  { path: "*", file: "routes/not-found.tsx" },
];

export default routes;
