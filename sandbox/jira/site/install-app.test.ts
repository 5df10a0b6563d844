import { aBench } from '../jira.fixture';
import { anIssue, aSeed } from '../seed.fixture';

const field = (body: unknown, id: string): unknown => {
  const list: unknown[] = Array.isArray(body) ? body : [];
  return list.find((one) => Reflect.get(Object(one), 'id') === id);
};

describe('installing the app', () => {
  it('registers its fields with ids and keys (docs/platform.md F.20)', async () => {
    const { call } = aBench();
    const { body } = await call('dev', 'GET', '/rest/api/3/field');
    expect(field(body, 'customfield_10100')).toMatchObject({
      key: '5a7e1d2c-8f34-4b0e-9c6a-2d1f0b7e4a11__sandbox0-0000-4000-8000-000000000001__static__defect-severity',
      name: 'Defect severity',
      custom: true,
      schema: { type: 'string', customId: 10100 },
    });
  });

  it('moves values and histories of the seed to the ids', async () => {
    const item = {
      field: 'Defect severity',
      fieldtype: 'custom' as const,
      fieldId: 'app:defect-severity',
      from: null,
      fromString: 'S2',
      to: null,
      toString: 'S1',
    };
    const histories = [{ id: '1', author: 'dev', created: '2026-10-02T00:00:00.000Z', items: [item] }];
    const { call } = aBench({
      seed: aSeed({
        issues: [anIssue({ id: '10100', key: 'SHOP-1', customFields: { 'app:defect-severity': 'S1' }, histories })],
      }),
    });
    const { body } = await call('dev', 'GET', '/rest/api/3/issue/SHOP-1?expand=changelog');
    expect(body).toMatchObject({
      fields: { customfield_10100: 'S1' },
      changelog: { histories: [{ items: [{ ...item, fieldId: 'customfield_10100' }] }] },
    });
    expect(JSON.stringify(body)).not.toContain('app:defect');
  });

  it('does not touch the seed it was made of', async () => {
    const seed = aSeed();
    const before = JSON.stringify(seed);
    const { call } = aBench({ seed });
    await call('dev', 'PUT', '/rest/api/3/issue/SHOP-1', { fields: { summary: 'New' } });
    await call('admin', 'PUT', '/rest/api/3/version/10011', { released: true });
    expect(JSON.stringify(seed)).toBe(before);
  });
});
