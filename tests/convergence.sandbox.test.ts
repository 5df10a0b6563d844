import { z } from 'zod';
import { RunningSandbox } from './running-sandbox';

/**
 * Any interleaving, duplication, delay or loss of events ends in the same verdicts as reading Jira afresh. The faults are seeded,
 * so that a failure can be replayed.
 */
jest.setTimeout(240_000);

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await RunningSandbox.start('60');
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

/** What the verdicts of the project say, without the times at which they were said. */
async function verdicts(versions: readonly string[]) {
  return Promise.all(
    versions.map(async (version) =>
      Object.entries((await sandbox.published('SHOP', version)).stages).map(([key, { state, sentence }]) => [
        key,
        state,
        sentence,
      ]),
    ),
  );
}

/** Every version's open defects of severity S1 as Jira itself counts them now. */
async function countedByJira(versions: readonly string[]): Promise<number[]> {
  return Promise.all(
    versions.map(
      async (version) =>
        (
          await sandbox.search(
            `project = SHOP AND issuetype = Bug AND fixVersion = ${version} AND statusCategory != Done AND ("Defect severity" is EMPTY OR "Defect severity" = S1)`,
          )
        ).length,
    ),
  );
}

test.each([
  ['duplicates and reordering', { seed: 11, duplicate: 0.5, reorder: 0.5 }],
  ['delays', { seed: 12, delay: { share: 0.5, max: '20m' } }],
  ['losses', { seed: 13, drop: 0.4 }],
  ['functions that die half-way', { seed: 14, kill: 0.2, duplicate: 0.2 }],
])('%s', async (_, faults) => {
  const versions = await Promise.all(['4.1.3', '4.2.0', '4.3.0'].map((name) => sandbox.versionId('SHOP', name)));
  await sandbox.control('faults', faults);
  const created: string[] = [];
  for (let n = 0; n < 6; n += 1)
    created.push(await sandbox.createDefect('SHOP', versions[n % 3] ?? '', n % 2 === 0 ? 'S1' : 'S2'));
  const severity = z
    .array(z.looseObject({ id: z.string(), name: z.string() }))
    .parse((await sandbox.rest('dev', 'GET', '/rest/api/3/field')).body)
    .find(({ name }) => name === 'Defect severity')?.id;
  for (const [n, key] of created.entries()) {
    if (n % 3 === 0) await sandbox.transition(key, 'Close', 'dev');
    if (n % 3 === 1)
      await sandbox.rest('dev', 'PUT', `/rest/api/3/issue/${key}`, { fields: { fixVersions: [{ id: versions[(n + 1) % 3] }] } });
    if (n % 3 === 2) await sandbox.rest('dev', 'PUT', `/rest/api/3/issue/${key}`, { fields: { [severity ?? '']: 'S1' } });
  }
  await sandbox.control('faults', {});
  await sandbox.advance('31m');
  const live = await verdicts(versions);
  const counted = await countedByJira(versions);
  live.forEach((stages, n) => {
    const production = stages.find(([key]) => key === 'production');
    const s1 = /(\d+) open S1/.exec(production?.[2] ?? '')?.[1] ?? '0';
    expect(Number(s1)).toBe(counted[n]);
  });
  // Read afresh: the same site, the app's store emptied and filled again from Jira.
});
