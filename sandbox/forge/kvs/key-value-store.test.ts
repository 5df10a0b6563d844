import { createClock, type SandboxClock } from '../../system-clock';
import { KeyValueStore } from './key-value-store';

/** Wire: kvs/out/storage-api.js; limits: developer.atlassian.com/platform/forge/limits-kvs-ce. */
describe('the key-value store', () => {
  let clock: SandboxClock;
  let store: KeyValueStore;
  const call = (path: string, body: unknown): { status: number; body: unknown } => {
    const reply = store.handle(`/api/v1/${path}`, JSON.stringify(body));
    return { status: reply.status, body: reply.body === '' ? null : JSON.parse(reply.body) };
  };

  beforeEach(() => {
    clock = createClock({ start: new Date('2026-11-02T09:00:00Z') });
    store = new KeyValueStore(clock, { kvsRates: true });
  });
  afterEach(() => clock.stop());

  it('keeps a value and its times', async () => {
    expect(call('set', { key: 'a', value: { deep: [1] } })).toEqual({ status: 200, body: null });
    const first = call('get', { key: 'a' });
    await clock.advance(60_000);
    call('set', { key: 'a', value: 2 });
    const second = call('get', { key: 'a' });
    expect(first).toMatchObject({ status: 200, body: { key: 'a', value: { deep: [1] } } });
    expect(second).toMatchObject({ body: { value: 2 } });
  });

  it('answers KEY_NOT_FOUND, which the package turns into undefined', () => {
    expect(call('get', { key: 'none' })).toMatchObject({ status: 404, body: { code: 'KEY_NOT_FOUND' } });
    expect(call('delete', { key: 'none' })).toMatchObject({ status: 404, body: { code: 'KEY_NOT_FOUND' } });
  });

  it('forgets a value when its time to live is over', async () => {
    call('set', { key: 'lock', value: 1, options: { ttl: { value: 5, unit: 'MINUTES' }, keyPolicy: 'FAIL_IF_EXISTS' } });
    expect(call('set', { key: 'lock', value: 2, options: { keyPolicy: 'FAIL_IF_EXISTS' } }).status).toBe(409);
    await clock.advance(5 * 60_000);
    expect(call('get', { key: 'lock' }).status).toBe(404);
    expect(call('set', { key: 'lock', value: 3, options: { keyPolicy: 'FAIL_IF_EXISTS' } }).status).toBe(200);
  });

  it('gives the value before or after where asked', () => {
    const set = (value: number, returnValue: string): unknown =>
      call('set', { key: 'a', value, options: { keyPolicy: 'OVERRIDE', returnValue } }).body;
    expect(set(1, 'PREVIOUS')).toBeNull();
    expect(set(2, 'PREVIOUS')).toMatchObject({ value: 1 });
    expect(set(3, 'LATEST')).toMatchObject({ value: 3 });
  });

  it('pages through keys with a prefix', () => {
    for (const key of ['list:c', 'list:a', 'other', 'list:b']) call('set', { key, value: key });
    const where = [{ property: 'key', condition: 'BEGINS_WITH', values: ['list:'] }];
    expect(call('query', { where, limit: 2 }).body).toEqual({
      data: [expect.objectContaining({ key: 'list:a' }), expect.objectContaining({ key: 'list:b' })],
      cursor: 'bGlzdDpi',
    });
    expect(call('query', { where, limit: 2, after: 'bGlzdDpi' }).body).toEqual({
      data: [expect.objectContaining({ key: 'list:c' })],
    });
  });

  it('does all of a transaction or nothing', () => {
    call('set', { key: 'taken', value: 0 });
    const refused = call('transaction', {
      set: [
        { key: 'new', value: 1 },
        { key: 'taken', value: 1, options: { keyPolicy: 'FAIL_IF_EXISTS' } },
      ],
    });
    expect([refused.status, call('get', { key: 'new' }).status]).toEqual([409, 404]);
    expect(call('transaction', { set: [{ key: 'new', value: 1 }], delete: [{ key: 'taken' }] }).status).toBe(204);
    expect([call('get', { key: 'new' }).status, call('get', { key: 'taken' }).status]).toEqual([200, 404]);
    expect(
      call('transaction', {
        set: [
          { key: 'a', value: 1 },
          { key: 'a', value: 2 },
        ],
      }).status,
    ).toBe(400);
  });

  it('reports each item of a batch', () => {
    expect(
      call('batch/set', [
        { key: 'good', value: 1 },
        { key: 'bad/key', value: 1 },
      ]).body,
    ).toMatchObject({
      successfulKeys: [{ key: 'good' }],
      failedKeys: [{ key: 'bad/key', error: { code: 'INVALID_KEY' } }],
    });
    expect(call('batch/get', [{ key: 'good' }]).body).toMatchObject({ successfulKeys: [{ key: 'good', value: 1 }] });
  });

  it('keeps secrets apart', () => {
    call('secret/set', { key: 'a', value: 'hush' });
    expect([call('get', { key: 'a' }).status, call('secret/get', { key: 'a' }).body]).toMatchObject([404, { value: 'hush' }]);
  });

  it.each([
    ['an empty key', { key: '', value: 1 }, 400],
    ['a slash in a key', { key: 'a/b', value: 1 }, 400],
    ['a long key', { key: 'k'.repeat(501), value: 1 }, 400],
    ['a key of 500 characters', { key: 'k'.repeat(500), value: 1 }, 200],
    ['240 KiB', { key: 'a', value: 'x'.repeat(240 * 1024 - 2) }, 200],
    ['more than 240 KiB', { key: 'a', value: 'x'.repeat(240 * 1024 - 1) }, 413],
    ['31 levels', { key: 'a', value: nested(31) }, 200],
    ['32 levels', { key: 'a', value: nested(32) }, 400],
  ])('limits: %s', (_name, body, status) => expect(call('set', body).status).toBe(status));

  it('counts the keys that hold something, secrets among them', async () => {
    call('set', { key: 'a', value: 1 });
    call('set', { key: 'short', value: 1, options: { ttl: { value: 1, unit: 'SECONDS' } } });
    call('secret/set', { key: 'a', value: 'hush' });
    const before = store.keyCount();
    await clock.advance(2_000);
    expect([before, store.keyCount()]).toEqual([3, 2]);
  });

  it('keeps to its rates where the switch says so', () => {
    const statuses = (kvsRates: boolean): number[] => {
      const other = new KeyValueStore(clock, { kvsRates });
      return Array.from({ length: 1_001 }, () => other.handle('/api/v1/get', '{"key":"a"}').status);
    };
    expect([statuses(true).at(-1), statuses(false).at(-1)]).toEqual([429, 404]);
  });

  it('says loudly what it does not model', () => {
    expect(call('entity/get', { entityName: 'e', key: 'a' }).status).toBe(501);
    expect(call('transaction', { check: [{ key: 'a', conditions: {} }] }).status).toBe(501);
    expect(call('batch/set', [{ entityName: 'e', key: 'a', value: 1 }]).status).toBe(501);
  });
});

function nested(levels: number): unknown {
  return levels === 0 ? 1 : [nested(levels - 1)];
}
