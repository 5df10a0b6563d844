/**
 * Runs in the app's iframe before any script of the app: gives `@forge/bridge` its one global (`@forge/bridge/out/bridge.js`) and
 * does what the platform's own scripts do in there: the frame's clock, its height, its theme and its history.
 */
import { openChannel } from './channel';
import type { Channel } from './channel';
import { shiftClock } from './frame-clock';
import { reportEscape, reportSize } from './frame-size';
import { createFrameHistory } from './frame-history';
import type { FrameHistory } from './frame-history';
import { applyTheme } from './frame-theme';
import { helloMessage, otherLoopbackOrigin, portMessage } from './loopback-origin';
import { portWire } from './port-wire';

declare global {
  var __sandboxClockOffset: number | undefined;
  var __bridge: { callBridge(method: string, data?: unknown): Promise<unknown> } | undefined;
}

const clock = shiftClock(globalThis.__sandboxClockOffset ?? 0);
let history: FrameHistory | null = null;

function receive(method: string, data: unknown): unknown {
  if (method === 'sandbox:theme') return applyTheme(data);
  if (method === 'sandbox:clock' && typeof data === 'number') return clock.setOffset(data);
  if (method === 'sandbox:location') return history?.arrive(data) ?? false;
  throw new Error(`The frame does not know ${method}`);
}

const page = otherLoopbackOrigin(location.origin);

const channel = new Promise<Channel>((resolve) => {
  const listen = (event: MessageEvent<unknown>): void => {
    const port = event.ports[0];
    if (event.origin !== page || event.source !== window.parent || event.data !== portMessage || port === undefined) return;
    window.removeEventListener('message', listen);
    resolve(openChannel(portWire(port), receive));
  };
  window.addEventListener('message', listen);
  window.parent.postMessage(helloMessage, page);
});

async function startHistory(): Promise<unknown> {
  const { call } = await channel;
  const answer = await call('createHistory');
  history ??= createFrameHistory(answer, (move) => void call('sandbox:history', move));
  return history.create();
}

globalThis.__bridge = {
  async callBridge(method, data) {
    if (method === 'createHistory') return startHistory();
    const answer = await (await channel).call(method, data);
    if (method === 'enableTheming') return applyTheme(answer);
    return answer;
  },
};

void channel.then(({ call }) => {
  reportSize((height) => void call('sandbox:size', height));
  reportEscape(() => void call('sandbox:escape'));
});

window.addEventListener('securitypolicyviolation', (event) => {
  void channel.then(({ call }) => call('sandbox:violation', `${event.effectiveDirective} refused ${event.blockedURI}`));
});
