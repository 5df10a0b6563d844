import { aSource } from './source.fixture';
import { arrangeSources, projectWords, sourceChanges, sourcesSummary, troubleWords, type SourcesView } from './source-words';

const now = '2026-11-02T09:00:00.000Z';
const projects = [{ id: '1', key: 'SHOP', name: 'Web shop' }];
const view = (...sources: SourcesView['sources']): SourcesView => ({ sources, projects, problems: [], now });
const revoked = aSource({ id: 'old', name: 'Old', revokedAt: '2026-11-01T10:00:00.000Z', unusable: 9 });

test.each([
  [view(), 'Nothing may send deliveries yet'],
  [view(revoked), 'Nothing may send deliveries yet'],
  [view(aSource(), revoked), '1 connected, nothing delivered yet'],
  [
    view(
      aSource({ lastDeliveryAt: '2026-11-02T08:57:00.000Z', unusable: 2 }),
      aSource({ lastDeliveryAt: '2026-11-01T00:00:00.000Z' }),
    ),
    '2 connected, last delivery 3 minutes ago, 2 could not be used',
  ],
])('one line says what is connected (%#)', (shown, words) => {
  expect(sourcesSummary(shown, Date.parse(now))).toBe(words);
});

test('those that may send stand by name, revoked ones apart', () => {
  const [b, a] = [aSource({ name: 'b' }), aSource({ name: 'A' })];
  expect(arrangeSources([b, revoked, a])).toEqual({ active: [a, b], revoked: [revoked] });
});

test.each([
  [{ waiting: 0, unusable: 0 }, null],
  [{ waiting: 1, unusable: 0 }, '1 delivery waits'],
  [{ waiting: 3, unusable: 2 }, '3 deliveries wait, 2 of the last 30 days could not be used'],
])('a row says what was not used (%#)', (counts, words) => {
  expect(troubleWords(counts)).toBe(words);
});

test('a source of a project that is gone says so', () => {
  const words = [null, '1', '2'].map((id) => projectWords({ projects }, id));
  expect(words).toEqual(['any project', 'Web shop', 'a project that is gone']);
});

test('what changed is read out', () => {
  const nightly = aSource();
  expect(sourceChanges(view(), view(nightly))).toEqual(['Nightly is connected.']);
  expect(sourceChanges(view(nightly), view({ ...nightly, rotatedAt: now }))).toEqual(['Nightly has a new secret.']);
  expect(sourceChanges(view(nightly), view({ ...nightly, revokedAt: now }))).toEqual(['Nightly is revoked.']);
  expect(sourceChanges(view(nightly), view({ ...nightly, lastDeliveryAt: now }))).toEqual(['Nightly sent its first delivery.']);
  expect(sourceChanges(view(nightly), view(nightly))).toEqual([]);
});
