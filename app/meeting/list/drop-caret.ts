// A press leaves a collapsed selection where it hit, which nobody sees. Browsers look up its place in the page again after every
// change of the page, through all that is not selectable: ten milliseconds a frame of a drag on a slow laptop.
export function dropCaret(): void {
  const selection = getSelection();
  const { activeElement } = document;
  // A text field's own caret is not ours to take.
  if (selection?.isCollapsed && !(activeElement instanceof HTMLInputElement)) selection.removeAllRanges();
}
