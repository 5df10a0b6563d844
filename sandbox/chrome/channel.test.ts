import { openChannel } from './browser/channel';
import type { Wire } from './browser/channel';

/** Two ends of a wire that copies what it carries, as a browser's port does. */
function aPair(receive: (method: string, data: unknown) => unknown) {
  const listeners: ((message: unknown) => void)[] = [];
  const end = (own: number): Wire => ({
    send: (message) => {
      const copy: unknown = JSON.parse(JSON.stringify(message));
      queueMicrotask(() => listeners[1 - own]?.(copy));
    },
    receive: (listener) => {
      listeners[own] = listener;
    },
  });
  openChannel(end(0), receive);
  return openChannel(end(1), () => null);
}

const isFunction = (value: unknown): value is (...args: unknown[]) => unknown => typeof value === 'function';

test('an answer comes back, an error comes back as an error with its message', async () => {
  const { call } = aPair((method, data) => {
    if (method === 'fail') throw new Error('No such function');
    return { method, data };
  });
  expect(await call('invoke', { a: [1, null] })).toEqual({ method: 'invoke', data: { a: [1, null] } });
  await expect(call('fail')).rejects.toThrow('No such function');
});

test('functions travel both ways, wherever they stand in the data', async () => {
  const heard: unknown[] = [];
  const { call } = aPair(async (_method, data) => {
    const actions: readonly unknown[] =
      typeof data === 'object' && data !== null && 'actions' in data && Array.isArray(data.actions) ? data.actions : [];
    const first = actions[0];
    const onClick: unknown = typeof first === 'object' && first !== null && 'onClick' in first ? first.onClick : undefined;
    if (isFunction(onClick)) heard.push(await onClick('from the page'));
    return { unsubscribe: () => heard.push('unsubscribed') };
  });
  const answer = await call('showFlag', { actions: [{ onClick: (text: unknown) => `heard ${String(text)}` }] });
  expect(heard).toEqual(['heard from the page']);
  if (typeof answer === 'object' && answer !== null && 'unsubscribe' in answer && isFunction(answer.unsubscribe))
    await answer.unsubscribe();
  expect(heard).toEqual(['heard from the page', 'unsubscribed']);
});
