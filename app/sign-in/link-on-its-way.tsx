// Where a link that was asked for is: in the mail, or in the log of a server without a mail server. It says the same of every
// address, and promises nothing while the mail server cannot be used.
import type { LinkWay } from "../../server/load-context";

/** `who`: the promise, where mail can be counted on. */
export function LinkOnItsWay({ way: { isMailed, trouble }, who }: { way: LinkWay; who: string }) {
  if (!isMailed) {
    return (
      <p>
        This installation has no mail server, so nothing is mailed. Whoever runs the server finds the link and its code
        in the server's log, if that address belongs to a member.
      </p>
    );
  }
  if (trouble !== null) {
    return (
      <p role="alert" className="text-red">
        {`The mail may not arrive: ${trouble}. Tell whoever runs this server, or try again later.`}
      </p>
    );
  }
  return <p>{`${who} It works once, for four hours. The mail also has a code that you can type here.`}</p>;
}
