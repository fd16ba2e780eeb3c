// A button whose press is sent at once. While the connection is away it looks as dead as it is; pressed all the same, it says why.
import { createContext, type ReactNode, useContext } from "react";
import { Button, type ButtonProps } from "../ui/button";

const OfflineContext = createContext(false);
export const OfflineProvider = OfflineContext.Provider;

export function ActButton(props: ButtonProps) {
  const isOffline = useContext(OfflineContext);
  return <Button {...props} aria-disabled={isOffline || props["aria-disabled"]} />;
}

/** The same for choices and switches that are sent as they are made. What is only typed here does not belong in it. */
export const ActFields = ({ children }: { children: ReactNode }) => (
  <fieldset disabled={useContext(OfflineContext)} className="flex min-w-0 flex-col gap-2 disabled:opacity-50">
    {children}
  </fieldset>
);
