// The one place where a failed page becomes words: what happened, and what to do.

export interface FailureWords {
  title: string;
  say: string;
  todo: string;
  /** Whether the log holds a line about it, which a reference finds again. */
  isLogged: boolean;
}

const byStatus: Record<number, FailureWords> = {
  403: {
    title: "This page is not open to you",
    say: "You are signed in, but this page is for other members or another program.",
    todo: "If you should see it, ask the program's director or coordinator to add you.",
    isLogged: false,
  },
  404: {
    title: "There is nothing at this address",
    say: "The address may be mistyped, or the page is not open to you.",
    todo: "Start again from your meetings.",
    isLogged: false,
  },
  405: {
    title: "That cannot be done at this address",
    say: "Nothing was changed.",
    todo: "Go back and use the button on the page.",
    isLogged: false,
  },
  413: {
    title: "That was too large to take",
    say: "Nothing was changed.",
    todo: "Send a smaller file, or split it in two.",
    isLogged: false,
  },
  429: {
    title: "Too many tries in a short time",
    say: "Nothing was changed.",
    todo: "Wait a minute, then try again.",
    isLogged: false,
  },
  503: {
    title: "The service cannot answer right now",
    say: "It is starting, being updated, or cannot reach its database. What was already confirmed is kept.",
    todo: "Wait a few seconds, then reload this page.",
    isLogged: false,
  },
};

const fault: FailureWords = {
  title: "Something went wrong on our side",
  say: "What was already confirmed is kept. The last thing you did may not have been.",
  todo: "Reload the page and look whether it was. If this happens again, report it with the reference below.",
  isLogged: true,
};

/** For a status without words of its own: below 500 the request was at fault, from 500 we were. */
export function failureWords(status: number): FailureWords {
  const known = byStatus[status];
  if (known) return known;
  if (status >= 500) return fault;
  return {
    title: "That request could not be understood",
    say: "Nothing was changed.",
    todo: "Go back, reload the page and try again.",
    isLogged: false,
  };
}

/** Of a request that the server refused with a sentence of its own. */
export const refusedWords = (why: string): FailureWords => ({
  title: "This was not done",
  say: why,
  todo: "Tell whoever runs this server what is written here.",
  isLogged: false,
});
