// Nodes that are not ours: browser extensions, translators and proxies put some into every page and move some of ours. The page has to
// go on all the same.

/** What the document holds of ours besides the body's own content: see the layout in root.tsx. */
const ofOurHead = 'meta[charset], meta[name], title, link[href^="/"], script[nonce]';
const ofStrangers = 'script:not([nonce]), style, link:not([href^="/"]), iframe';

/**
 * Before React compares: what stands among ours goes behind ours, where it is let be. A proxy's scripts and an extension's styles
 * have run by then, and work from there as well.
 */
export function setStrangersAside(page: Document): void {
  const { documentElement, head, body } = page;
  for (const node of [...documentElement.childNodes]) {
    if (node !== head && node !== body) body.append(node);
  }
  for (const node of [...head.childNodes]) {
    if (!(node instanceof Element && node.matches(ofOurHead))) head.append(node);
  }
  for (const node of [...body.childNodes]) {
    const isStrange = node instanceof Element && (node.matches(ofStrangers) || node.localName.includes("-"));
    if (isStrange) body.append(node);
  }
}

/**
 * After that: a translator wraps our texts into elements of its own, and a removal that React then asks for would throw and take the
 * page down. What has been moved is removed from where it is, and what should stand before it is put where it was.
 */
export function bearWithStrangers(): void {
  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    return removeChild.call(child.parentNode ?? this, child) as T;
  };
  Node.prototype.insertBefore = function <T extends Node>(this: Node, child: T, before: Node | null): T {
    let place = before;
    while (place && place.parentNode !== this) place = place.parentNode;
    return insertBefore.call(this, child, place) as T;
  };
}
