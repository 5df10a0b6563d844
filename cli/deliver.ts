import type { Connection } from '../src/contracts/connection';
import { Misuse, print } from './command';
import type { Delivery } from './delivery';
import { usualPatience } from './patience';
import { jsonLine } from './plain-text';
import { sender } from './send';
import type { Send, Sent } from './send';
import { Spool } from './spool';
import type { Settled } from './spool';
import { realWorld } from './world';
import type { World } from './world';
import { messageOf } from './thrown';

/** How deliveries are sent. */
export interface Manner {
  readonly connection: Connection;
  /** Path of the file in which they wait while Jira is away. */
  readonly spool: string;
  readonly tries: number;
  /** To be told by exit code 2 when something had to be kept. */
  readonly strict: boolean;
  readonly json: boolean;
}

/**
 * Sends what waits in the spool, then these, in order. What nobody takes at the moment is kept in the spool; once somebody is away, the
 * rest is kept without trying.
 * @returns the exit code: 0 sent or kept, 1 refused, 2 kept where `strict`
 */
export async function deliver(deliveries: readonly Delivery[], manner: Manner, world: World = realWorld): Promise<number> {
  const send = sender(manner.connection, { ...usualPatience, tries: manner.tries }, world);
  const spool = new Spool(manner.spool, manner.connection.source);
  let away = await sendWaiting(spool, send, manner, world);
  for (const [place, delivery] of deliveries.entries()) {
    const sent: Sent = away === null ? await send(delivery) : { kind: 'away', because: away };
    if (sent.kind === 'away') {
      const rest = deliveries.slice(place);
      away = sent.because;
      await keep(spool, rest, away, world);
      await say(manner, rest, 'kept', `${away} Kept in ${manner.spool}, and sent with the next call.`);
      break;
    }
    if (sent.kind === 'refused') {
      await say(manner, [delivery], 'refused', sent.because);
      return 1;
    }
    await say(manner, [delivery], sent.kind, sent.said);
  }
  return away !== null && manner.strict ? 2 : 0;
}

/** @returns why nothing more can be sent; null where everything that waited is gone */
async function sendWaiting(spool: Spool, send: Send, manner: Manner, world: World): Promise<string | null> {
  const waiting = await spool.claim(world.now());
  const ends = new Map<string, Settled>(waiting.map(({ id }) => [id, 'kept']));
  let away: string | null = null;
  try {
    for (const delivery of waiting) {
      const sent = await send(delivery);
      if (sent.kind === 'away') {
        away = sent.because;
        break;
      }
      if (sent.kind !== 'refused') {
        ends.set(delivery.id, 'sent');
        await say(manner, [delivery], sent.kind, sent.said, true);
        continue;
      }
      if (sent.own) ends.set(delivery.id, 'hopeless');
      const where = sent.own ? `${manner.spool}.refused` : manner.spool;
      await say(manner, [delivery], 'refused', `${sent.because} It was kept before, and is now in ${where}.`, true);
      if (!sent.own) break;
    }
  } finally {
    await spool.settle(ends);
  }
  return away;
}

async function keep(spool: Spool, deliveries: readonly Delivery[], because: string, world: World): Promise<void> {
  try {
    await spool.keep(deliveries, world.now());
  } catch (error) {
    const reason = messageOf(error);
    const lost = deliveries.map(({ what }) => what).join(', ');
    throw new Misuse(`Lost: ${lost}. ${because} And ${spool.path} cannot be written: ${reason}.`);
  }
}

/** Refusals and what was kept go to standard error, where a person looks for trouble; with `--json` everything is data. */
async function say(
  { json }: Manner,
  deliveries: readonly Delivery[],
  outcome: Exclude<Sent['kind'], 'away'> | 'kept',
  because: string,
  waited = false,
): Promise<void> {
  if (json) {
    for (const { type, key, what } of deliveries) await print(jsonLine({ outcome, type, key, what, waited, because }));
    return;
  }
  const what = deliveries.length === 1 ? deliveries[0]?.what : `${deliveries[0]?.what} and ${deliveries.length - 1} more`;
  const verb = { accepted: 'Sent', duplicate: 'Known already', kept: 'Not sent', refused: 'Refused' }[outcome];
  const line = `${verb}: ${what}${waited ? ' (had been kept)' : ''}.${because === '' ? '' : ` ${because}`}`;
  if (outcome === 'accepted' || outcome === 'duplicate') await print(line);
  else process.stderr.write(`holdpoint: ${line}\n`);
}
