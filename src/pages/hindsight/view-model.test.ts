import type { Hindsight } from '../../gates';
import { mayNothing } from '../access';
import { thenAndNow } from './view-model';

const sight = { projectId: '1', access: { mayBrowse: true, levels: [], may: mayNothing }, stored: new Map() };
const condition = (value: number): Hindsight['then']['conditions'][number] => ({
  ...{ id: 'open-defects:S1:any', rule: 'open-defects', title: 'Open S1 defects', reason: 'r', definition: '' },
  ...{ value, limit: 0, atLeast: false, leftOut: '', clause: null, defectIds: [], deferredIds: [], restsUntil: null, jql: null },
  breach: 'holds',
  unit: 'defects',
  state: value === 0 ? 'met' : 'breached',
});
const verdict = (state: 'open' | 'held', value: number) => ({
  ...{ stage: { key: 'production', name: 'Production' }, state, sentence: `${state}.`, conditions: [condition(value)], jql: '' },
  ...{ builds: [], restsUntil: null },
});
const late = (id: string) =>
  ({ id, key: `SHOP-${id}`, cause: 'worse', then: 'S3', now: 'S1', conditions: ['open-defects:S1:any'] }) as const;
const hindsight = (ids: readonly string[]): Hindsight => ({
  ...{ then: verdict('open', 0), now: verdict('held', 1), turned: true },
  conditions: [
    { id: 'same', title: 'The same', then: condition(0), now: condition(0), differs: false },
    { id: 'open-defects:S1:any', title: 'Open S1 defects', then: condition(0), now: condition(1), differs: true },
  ],
  late: ids.map(late),
});
const looked = (ids: readonly string[]) => ({
  kept: {
    ...{ entry: { seq: 7, at: '2026-11-02T09:00:00.000Z' }, version: { id: '10', name: '4.2.0' }, stage: { name: 'Production' } },
    ...({ mode: 'enforce', state: 'open', sentence: 'As it was written.' } as const),
    levels: new Map(ids.map((id) => [id, { key: `SHOP-${id}`, level: id === '2' ? '900' : null }])),
  },
  same: true,
  hindsight: hindsight(ids),
});

test('what differs comes first, and the verdict of then is told as it was written', () => {
  const view = thenAndNow(looked(['1']), sight);
  expect(view).toMatchObject({ turned: true, then: { sentence: 'As it was written.' }, now: { state: 'held' } });
  expect(view.conditions.map(({ id }) => id)).toEqual(['open-defects:S1:any', 'same']);
  expect(view.late).toMatchObject([{ key: 'SHOP-1', conditions: ['Open S1 defects'] }]);
});

test('defects that the viewer may not see are counted, and so are those that make the list too long', () => {
  expect(thenAndNow(looked(['1', '2']), sight)).toMatchObject({ late: [{ key: 'SHOP-1' }], hidden: 1, more: 0 });
  const many = Array.from({ length: 60 }, (_, at) => String(100 + at));
  expect(thenAndNow(looked(many), sight)).toMatchObject({ hidden: 0, more: 10 });
});
