import fc from 'fast-check';
import { z } from 'zod';
import { readinessViewSchema } from '../src/contracts/readiness';
import { saveViewSchema, settingsViewSchema, type Settings } from '../src/contracts/settings';
import { RunningSandbox } from './running-sandbox';

/**
 * Any interleaving, duplication, delay or loss of events, and functions that die half-way, end in the same store as reading Jira
 * afresh: what the screens show of every release is the same before and after a whole reading. Runs are seeded; a failure prints
 * the edits and the faults that make it again.
 */
jest.setTimeout(600_000);

const names = ['4.1.3', '4.2.0', '4.3.0'];
const severities = ['S1', 'S2', 'S3', null] as const;

let sandbox: RunningSandbox;
let versions: string[];
let projectId: string;
let severityField: string;
const project = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
const settingsPage = { moduleKey: 'holdpoint-settings' };

beforeAll(async () => {
  sandbox = await RunningSandbox.start('60');
  versions = await Promise.all(names.map((name) => sandbox.versionId('SHOP', name)));
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  const fields = z
    .array(z.looseObject({ id: z.string(), name: z.string() }))
    .parse((await sandbox.rest('dev', 'GET', '/rest/api/3/field')).body);
  severityField = fields.find(({ name }) => name === 'Defect severity')?.id ?? '';
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

type Edit =
  | { readonly do: 'create'; readonly version: number; readonly severity: (typeof severities)[number] }
  | { readonly do: 'close' | 'reopen' | 'delete'; readonly defect: number }
  | { readonly do: 'move'; readonly defect: number; readonly version: number | null }
  | { readonly do: 'grade'; readonly defect: number; readonly severity: (typeof severities)[number] };

const version = fc.nat(names.length - 1);
const defect = fc.nat(5);
const severity = fc.constantFrom(...severities);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ do: fc.constant('create' as const), version, severity }),
  fc.record({ do: fc.constantFrom('close' as const, 'reopen' as const, 'delete' as const), defect }),
  fc.record({ do: fc.constant('move' as const), defect, version: fc.option(version) }),
  fc.record({ do: fc.constant('grade' as const), defect, severity }),
);
const share = fc.constantFrom(0, 0.2, 0.5);
const faults = fc.record({
  seed: fc.nat(1_000),
  duplicate: share,
  reorder: share,
  drop: share,
  kill: fc.constantFrom(0, 0.1),
  delay: fc.record({ share, max: fc.constant('20m') }),
});

async function make(change: Edit, keys: string[]): Promise<void> {
  if (change.do === 'create') {
    keys.push(await sandbox.createDefect('SHOP', versions[change.version] ?? '', change.severity));
    return;
  }
  const key = keys[change.defect % Math.max(1, keys.length)];
  if (key === undefined) return;
  const path = `/rest/api/3/issue/${key}`;
  if (change.do === 'delete') {
    await sandbox.rest('admin', 'DELETE', path);
    keys.splice(keys.indexOf(key), 1);
  } else if (change.do === 'move') {
    const fixVersions = change.version === null ? [] : [{ id: versions[change.version] }];
    expect((await sandbox.rest('dev', 'PUT', path, { fields: { fixVersions } })).status).toBe(204);
  } else if (change.do === 'grade') {
    expect((await sandbox.rest('dev', 'PUT', path, { fields: { [severityField]: change.severity } })).status).toBe(204);
  } else {
    const wanted = change.do === 'close' ? 'Close' : 'Reopen';
    const offered = (await sandbox.transitions(key, 'dev')).some(({ name }) => name === wanted);
    if (offered) expect((await sandbox.transition(key, wanted, 'dev')).status).toBe(204);
  }
}

/** What the screens say of every release, without the moments at which it was said. */
async function shown() {
  return Promise.all(
    versions.map(async (versionId) => {
      const {
        defects,
        progress,
        hidden,
        trend,
        stages,
        version: shownVersion,
      } = await sandbox.screen('lead', project, 'readiness', readinessViewSchema, { projectId, versionId });
      return {
        version: shownVersion,
        defects: defects.map((row) => ({ ...row, ageDays: null })).sort((a, b) => a.id.localeCompare(b.id)),
        progress,
        hidden,
        trend,
        stages: stages.map(({ stage, mode, state, sentence, conditions }) => ({ stage, mode, state, sentence, conditions })),
      };
    }),
  );
}

/** Makes the app read everything again: another list of defect work types, and back. */
async function readAfresh(): Promise<void> {
  for (const change of [
    (types: string[]) => [...types, 'Fault'],
    (types: string[]) => types.filter((name) => name !== 'Fault'),
  ]) {
    const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', settingsViewSchema, {});
    const changed: Settings = { ...settings, defectTypes: change(settings.defectTypes) };
    const saved = await sandbox.screen('admin', settingsPage, 'saveSettings', saveViewSchema, { settings: changed, revision });
    expect(saved.kind).toBe('saved');
    await sandbox.settle();
  }
}

test('whatever happens to events, the store ends as a reading of Jira does', async () => {
  await fc.assert(
    fc.asyncProperty(faults, fc.array(edit, { minLength: 3, maxLength: 12 }), async (given, edits) => {
      await sandbox.control('faults', given);
      const keys: string[] = [];
      for (const change of [{ do: 'create', version: 1, severity: 'S1' } as const, ...edits]) await make(change, keys);
      await sandbox.control('faults', {});
      await sandbox.advance('31m');
      const followed = await shown();
      await readAfresh();
      expect(followed).toEqual(await shown());
    }),
    { numRuns: 15, seed: 20261102, endOnFailure: true },
  );
});
