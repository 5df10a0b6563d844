import { signedText } from '../src/contracts/connection';
import type { Connection } from '../src/contracts/connection';
import { keyedHash } from '../src/kernel/hash';
import type { Delivery } from './delivery';
import { exchange } from './exchange';
import type { Reply } from './exchange';
import { isPassing, persist } from './patience';
import type { Patience } from './patience';
import { plain } from './plain-text';
import type { World } from './world';

/** How sending ended. `said` is the web trigger's own text. */
export type Sent =
  | { readonly kind: 'accepted' | 'duplicate'; readonly said: string }
  /** Nobody took it, but later somebody may: worth keeping. */
  | { readonly kind: 'away'; readonly because: string }
  /** It was looked at and not taken. `own` where the delivery itself is at fault, not the connection. */
  | { readonly kind: 'refused'; readonly because: string; readonly own: boolean };

export type Send = (delivery: Pick<Delivery, 'type' | 'body'>) => Promise<Sent>;

/** A smaller difference than this, in milliseconds, does not explain why a signature is refused. */
const leastSkew = 1000;

/**
 * Signs and sends. Every attempt has a nonce of its own and the same idempotency key, so that one that was taken although its answer was
 * lost counts once. Where a signature is refused, the clock is set by the answer and it is tried once more.
 */
export function sender(connection: Connection, patience: Patience, world: World): Send {
  /** Milliseconds by which the other clock is ahead of ours, once known. */
  let skew = 0;

  const attempt = ({ type, body }: Pick<Delivery, 'type' | 'body'>): Promise<Reply> => {
    const timestamp = String(Math.floor((world.now().getTime() + skew) / 1000));
    const nonce = world.nonce();
    return exchange({
      method: 'POST',
      url: connection.urls[type],
      headers: {
        'content-type': 'application/json',
        'x-holdpoint-source': connection.source,
        'x-holdpoint-timestamp': timestamp,
        'x-holdpoint-nonce': nonce,
        'x-holdpoint-signature': `sha256=${keyedHash(connection.secret, signedText(timestamp, nonce, body))}`,
      },
      body,
      limit: 30_000,
    });
  };

  return async (delivery) => {
    let reply = await persist(() => attempt(delivery), patience, world);
    if (reply.kind === 'answered' && reply.status === 401 && reply.date !== null) {
      const difference = reply.date.getTime() - world.now().getTime();
      if (Math.abs(difference - skew) >= leastSkew) {
        skew = difference;
        reply = await persist(() => attempt(delivery), patience, world);
      }
    }
    return outcome(reply, new URL(connection.urls[delivery.type]).host);
  };
}

function outcome(reply: Reply, host: string): Sent {
  if (reply.kind === 'silent') return { kind: 'away', because: `${host} could not be reached: ${reply.because}.` };
  const { status, movedTo } = reply;
  const said = plain(reply.text, 300);
  const quoted = said === '' ? '' : `: ${said}`;
  if (status === 202) return { kind: 'accepted', said };
  if (status === 200) return { kind: 'duplicate', said };
  if (isPassing(reply)) return { kind: 'away', because: `${host} answered ${status}${quoted}` };
  if (movedTo !== null) return { kind: 'refused', because: `${host} points to ${movedTo}, where nothing is sent.`, own: false };
  if (status === 404)
    return {
      kind: 'refused',
      because: `${host} has no such web trigger (404): was Holdpoint uninstalled, or the source removed? Set HOLDPOINT_CONNECTION anew.`,
      own: false,
    };
  return { kind: 'refused', because: `${host} answered ${status}${quoted}`, own: status === 400 || status === 413 };
}
