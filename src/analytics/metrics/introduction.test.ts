import { introductionsBy } from './introduction';
import type { PlacedDeployment } from './introduction';

const deployed = (at: number, environment: string, parts: Partial<PlacedDeployment>): PlacedDeployment => ({
  ...{ at, environment, version: null, build: null, commit: null },
  ...parts,
});
const sha = 'abcdef0123456789';
const introduced = introductionsBy(
  [
    deployed(50, 'production', { version: '4.1', build: 'b2' }),
    deployed(30, 'staging', { version: '4.1', build: 'b2' }),
    deployed(10, 'staging', { version: '4.1', build: 'b1' }),
    deployed(60, 'production', { commit: 'ffff000011112222' }),
    deployed(90, 'production', { version: '4.1', build: 'b3' }),
  ],
  [
    { build: 'b2', commit: sha, changes: ['1111111aaaa'] },
    { build: 'b3', commit: null, changes: [sha] },
  ],
);
const what = { version: null, build: null, commit: null };

test.each([
  ['a version: its first build', { ...what, version: '4.1' }, 'staging', 10],
  ['a build: not the version that it is of', { ...what, version: '4.1', build: 'b2' }, 'staging', 30],
  ['a commit: the first build that has it', { ...what, commit: sha }, 'production', 50],
  ['a commit that a build brought among others', { ...what, commit: '1111111' }, 'staging', 30],
  ['a commit that was deployed by its own name, in short', { ...what, commit: 'FFFF0000' }, 'production', 60],
  ['a build of which nothing was told: its version', { ...what, build: 'b9', version: '4.1' }, 'production', 50],
  ['a version that never came there', { ...what, version: '4.2' }, 'production', NaN],
  ['an environment of which nothing was told', { ...what, version: '4.1' }, 'test', NaN],
  ['nothing', what, 'production', NaN],
])('%s', (_, brought, environment, at) => {
  expect(introduced(brought, environment)).toBe(at);
});
