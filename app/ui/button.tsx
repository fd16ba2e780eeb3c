// A button. While busy it shows so, keeps the focus, and takes no second press. An icon alone needs an aria-label.
import LoaderCircle from "lucide-react/icons/loader-circle";
import { type ButtonHTMLAttributes, forwardRef } from "react";
import { type ButtonShape, type ButtonVariant, buttonStyle } from "./button-style";
import { classNames } from "./class-names";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: ButtonVariant;
  shape?: ButtonShape;
  isBusy?: boolean;
}

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant, shape, isBusy = false, type = "button", className, onClick, children, ...rest },
  ref,
) {
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      // Not `disabled`: a disabled button drops the focus, and the reader loses their place.
      aria-disabled={isBusy || rest["aria-disabled"]}
      aria-busy={isBusy || undefined}
      className={classNames(buttonStyle(variant, shape), className)}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
    >
      {isBusy && <LoaderCircle size={16} className="motion-safe:animate-spin" aria-hidden />}
      {children}
    </button>
  );
});
