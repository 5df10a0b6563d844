import { openChannel } from './browser/channel';

function aPair(receive: (method: string, data: unknown) => unknown) {
  const { port1, port2 } = new MessageChannel();
  openChannel(port1, receive);
  const channel = openChannel(port2, () => null);
  return { call: channel.call, close: () => port1.close() };
}

const isFunction = (value: unknown): value is (...args: unknown[]) => unknown => typeof value === 'function';

test('an answer comes back, an error comes back as an error with its message', async () => {
  const { call, close } = aPair((method, data) => {
    if (method === 'fail') throw new Error('No such function');
    return { method, data };
  });
  expect(await call('invoke', { a: [1, null] })).toEqual({ method: 'invoke', data: { a: [1, null] } });
  await expect(call('fail')).rejects.toThrow('No such function');
  close();
});

test('functions travel both ways, wherever they stand in the data', async () => {
  const heard: unknown[] = [];
  const { call, close } = aPair(async (_method, data) => {
    const actions =
      typeof data === 'object' && data !== null && 'actions' in data && Array.isArray(data.actions) ? data.actions : [];
    const onClick: unknown = actions[0]?.onClick;
    if (isFunction(onClick)) heard.push(await onClick('from the page'));
    return { unsubscribe: () => heard.push('unsubscribed') };
  });
  const answer = await call('showFlag', { actions: [{ onClick: (text: unknown) => `heard ${String(text)}` }] });
  expect(heard).toEqual(['heard from the page']);
  if (typeof answer === 'object' && answer !== null && 'unsubscribe' in answer && isFunction(answer.unsubscribe))
    await answer.unsubscribe();
  expect(heard).toEqual(['heard from the page', 'unsubscribed']);
  close();
});
