// The address typed at sign-in. Checked for its shape only: whether it belongs to a member is never told.

export type EmailReading = { ok: true; email: string } | { ok: false; typed: string; error: string };

export function readEmail(typed: string): EmailReading {
  const email = typed.trim();
  if (email === "")
    return { ok: false, typed: email, error: "Enter your e-mail address, for example name@hospital.org." };
  if (email.length > 320 || !/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(email)) {
    return {
      ok: false,
      typed: email.slice(0, 320),
      error: "This does not look like an e-mail address. It should read like name@hospital.org.",
    };
  }
  return { ok: true, email };
}
