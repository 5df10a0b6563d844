import { createHmac, randomUUID } from 'node:crypto';
import { signedText, type Connection } from '../../src/contracts/connection';
import type { Clock } from '../clock';
import type { Forge } from '../forge/forge';
import type { SeedDelivery } from '../jira/model';

const atOnce = 4;
const mostTries = 20;

/** Sends deliveries as a pipeline does, signed at the moment of sending; their own time is in the payload. @throws where one is refused */
export async function sendDeliveries(
  forge: Forge,
  connection: Connection,
  deliveries: readonly SeedDelivery[],
  clock: Clock,
): Promise<void> {
  const left = [...deliveries];
  const sender = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await send(forge, connection, next, clock);
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
}

async function send(forge: Forge, { source, secret }: Connection, delivery: SeedDelivery, clock: Clock): Promise<void> {
  const body = JSON.stringify(delivery.payload);
  for (let attempt = 1; ; attempt += 1) {
    const timestamp = String(Math.floor(clock.now().getTime() / 1000));
    const nonce = randomUUID();
    const signature = createHmac('sha256', secret)
      .update(signedText(timestamp, nonce, body))
      .digest('hex');
    const answer = await forge.callWebTrigger({
      ...{ moduleKey: delivery.trigger, method: 'POST', path: '', queryParameters: {}, body },
      headers: {
        'X-Holdpoint-Source': [source],
        'X-Holdpoint-Timestamp': [timestamp],
        'X-Holdpoint-Nonce': [nonce],
        'X-Holdpoint-Signature': [`sha256=${signature}`],
      },
    });
    if (answer.status === 202 || answer.status === 200) return;
    if (attempt === mostTries || ![429, 503].includes(answer.status))
      throw new Error(`A delivery to ${delivery.trigger} was answered ${answer.status}: ${answer.body}`);
    // As many as Forge takes in a minute were sent: the next minute comes at once.
    await clock.advance(15_000);
  }
}
