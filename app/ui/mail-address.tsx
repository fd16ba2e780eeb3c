// A mail address to be read. Proxies that hide addresses from harvesters rewrite what looks like one in a page, and React would not find
// what it wrote; with a place to break before the @ it is one to people alone, and narrow screens break it there.
export function MailAddress({ of }: { of: string }) {
  const at = of.lastIndexOf("@");
  return (
    <>
      {of.slice(0, at)}
      <wbr />
      {of.slice(at)}
    </>
  );
}
