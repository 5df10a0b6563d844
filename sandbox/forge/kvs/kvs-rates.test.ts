import { answer } from '../platform-answer';
import { KvsRates } from './kvs-rates';

/** developer.atlassian.com/platform/forge/limits-kvs-ce (docs/platform.md B.2). */
describe('rates of the key-value store', () => {
  let now: number;
  let rates: KvsRates;
  beforeEach(() => {
    now = 0;
    rates = new KvsRates(() => now);
  });
  const call = (path: string, sent: number, answered = 0): number =>
    rates.within(`/api/v1/${path}`, 'x'.repeat(sent), () => answer(200, 'x'.repeat(answered))).status;
  const refused = (times: number, path: string, sent: number, answered = 0): number =>
    Array.from({ length: times }, () => call(path, sent, answered)).filter((status) => status === 429).length;

  it('takes 1,000 requests a second', () => {
    expect(refused(1_001, 'get', 10)).toBe(1);
    now = 1_000;
    expect(refused(1_000, 'set', 10)).toBe(0);
  });

  it('counts a write once for each 10 KB begun, 4,000 a minute', () => {
    expect(refused(571, 'set', 65_000)).toBe(0);
    expect([call('batch/set', 65_000), call('delete', 10), call('get', 10)]).toEqual([429, 200, 200]);
    now = 60_000;
    expect(call('set', 65_000)).toBe(200);
  });

  it('counts a read by the size of what it gave', () => {
    expect(refused(160, 'get', 20, 240_000)).toBe(0);
    expect([call('query', 20, 10), call('set', 10)]).toEqual([429, 200]);
    now = 60_000;
    expect(call('query', 20, 10)).toBe(200);
  });

  it('says what was too much, without doing it', () => {
    refused(1_000, 'get', 10);
    const acted = jest.fn();
    const reply = rates.within('/api/v1/set', '{}', acted);
    expect([JSON.parse(reply.body), acted.mock.calls.length]).toMatchObject([{ code: 'RATE_LIMIT_EXCEEDED' }, 0]);
  });
});
