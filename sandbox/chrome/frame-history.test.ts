import { isCallable } from './browser/channel';
import { createFrameHistory } from './browser/frame-history';
import type { FrameMove } from './browser/frame-history';

/** `view.createHistory()` hands out a history of @types/history 4.7 (@forge/bridge/out/view/createHistory.js). */
function aHistory(path = '/releases') {
  const moves: FrameMove[] = [];
  const heard: unknown[] = [];
  const history = createFrameHistory({ path }, (move) => moves.push(move));
  const object = history.create();
  const call = (name: string, ...args: unknown[]): unknown => {
    const method = object[name];
    if (!isCallable(method)) throw new Error(`no ${name}`);
    return method(...args);
  };
  call('listen', (location: { pathname: string; search: string }, action: string) =>
    heard.push(`${action} ${location.pathname}${location.search}`),
  );
  return { history, object, call, moves, heard };
}

test('push moves at once, tells the listeners location and action, and moves the page', () => {
  const { object, call, moves, heard } = aHistory();
  call('push', '/readiness/10001?show=overdue', { from: 'list' });
  expect(object['location']).toMatchObject({ pathname: '/readiness/10001', search: '?show=overdue', state: { from: 'list' } });
  expect(object['action']).toBe('PUSH');
  expect(heard).toEqual(['PUSH /readiness/10001?show=overdue']);
  expect(moves).toEqual([{ action: 'PUSH', path: '/readiness/10001?show=overdue', state: { from: 'list' } }]);
});

test.each([
  ['an object', { pathname: '/aging', search: '?a=1' }, '/aging?a=1'],
  ['a search alone', { search: '?a=1' }, '/releases?a=1'],
  ['a relative path', 'other', '/other'],
])('replace takes %s', (_name, to, path) => {
  const { call, moves } = aHistory();
  call('replace', to);
  expect(moves).toMatchObject([{ action: 'REPLACE', path }]);
});

test('going back waits for the page, which says where it arrived', () => {
  const { history, call, moves, heard, object } = aHistory();
  call('goBack');
  expect(moves).toEqual([{ action: 'GO', delta: -1 }]);
  expect(heard).toEqual([]);
  expect(history.arrive({ path: '/scope', action: 'POP' })).toBe(true);
  expect(object['location']).toMatchObject({ pathname: '/scope' });
  expect(heard).toEqual(['POP /scope']);
});

test('all history objects of a frame share one place', () => {
  const { history, call } = aHistory();
  const other = history.create();
  call('push', '/flow');
  expect(other['location']).toMatchObject({ pathname: '/flow' });
});
