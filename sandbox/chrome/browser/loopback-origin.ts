/**
 * The page and the app's iframe must have different origins, as on the real platform. The sandbox has one server, so the page's
 * `http://127.0.0.1:PORT` and the iframe's `http://localhost:PORT` (or the other way round) are the two.
 */
export function otherLoopbackOrigin(origin: string): string {
  const url = new URL(origin);
  url.hostname = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return url.origin;
}

/** First message of an iframe to its page, and the page's answer, which carries the MessagePort. */
export const helloMessage = 'sandbox-bridge-hello';
export const portMessage = 'sandbox-bridge-port';
