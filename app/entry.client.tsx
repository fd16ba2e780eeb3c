// Hydrates the server's page, whatever somebody else has put into it meanwhile.
import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { bearWithStrangers, setStrangersAside } from "./strangers";
import { keepTypedText } from "./ui/typed-text";

bearWithStrangers();
setStrangersAside(document);
keepTypedText(document);
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
