import { createClock } from './system-clock';
import { createTrace } from './trace-log';

describe('the trace', () => {
  it('numbers what happened and gives what is new since a number', () => {
    const clock = createClock({ start: new Date('2026-11-02T09:00:00Z') });
    const trace = createTrace(clock);
    trace.add({ kind: 'rest', what: 'GET /rest/api/3/myself', status: 200, points: 1 });
    const { next } = trace.since(0);
    trace.add({ kind: 'queue', what: 'push', status: 201 });
    expect(trace.since(next).entries).toMatchObject([{ n: 2, kind: 'queue', what: 'push', status: 201, points: 0 }]);
    trace.clear();
    expect(trace.since(0)).toEqual({ next: 3, entries: [] });
  });
});
