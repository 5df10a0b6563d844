import { ownPlace } from './own-place';

test('a part keeps its filters, tells who listens, and leads nowhere else', () => {
  const place = ownPlace('/flow', '?range=all');
  let told = 0;
  const stop = place.listen(() => (told += 1));
  place.replace({ path: '/flow', search: '?range=30' });
  place.push({ path: '/readiness/1', search: '' });
  expect([place.current(), told]).toEqual([{ path: '/flow', search: '?range=30' }, 1]);
  stop();
  place.replace({ path: '/flow', search: '' });
  expect([place.current().search, told]).toEqual(['', 1]);
});
