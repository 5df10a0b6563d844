import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anExportedIssue, exportOf } from './export.fixture';
import { importSearchJson } from './import-search-json';
import { ImportError } from './parse-export';

const NONE = { defectTypes: [] };

describe('an export that cannot be imported', () => {
  const withoutField = (field: string): unknown => anExportedIssue('AB-1', { [field]: undefined });
  it.each([
    ['', 'is not JSON'],
    ['{"issues": [', 'is not JSON'],
    ['[]', 'has no list "issues"'],
    ['{"total": 3}', 'has no list "issues"'],
    ['{"issues": {}}', 'has no list "issues"'],
    ['{"issues": []}', 'has no issues'],
    [exportOf({ id: '1', fields: {} }), 'Issue number 1 of the export, key'],
    [exportOf(anExportedIssue('AB-1'), { ...anExportedIssue('AB-2'), key: 'nonsense' }), 'is not an issue key'],
    [exportOf(anExportedIssue('AB-1'), anExportedIssue('AB-1')), 'Issue AB-1 is in the export twice'],
    [exportOf({ key: 'AB-1' }), 'Issue AB-1, fields'],
    [exportOf(withoutField('status')), 'Issue AB-1, fields.status'],
    [exportOf(withoutField('issuetype')), 'Issue AB-1, fields.issuetype'],
    [exportOf(anExportedIssue('AB-1', { created: 'yesterday' })), 'Issue AB-1, fields.created: is not an instant'],
    [exportOf(anExportedIssue('AB-1', {}, [{ id: '1', created: 'x', items: [] }])), 'Issue AB-1, changelog.histories.0.created'],
  ])('is refused with a sentence (%#)', (text, message) => {
    expect(() => importSearchJson(text, NONE)).toThrow(ImportError);
    expect(() => importSearchJson(text, NONE)).toThrow(message);
  });
});

describe('an imported export', () => {
  it('keeps histories oldest first, with pseudonyms in place of names', () => {
    const person = { accountId: 'a-1', displayName: 'Real Name', emailAddress: 'real@company.test' };
    const text = exportOf(
      anExportedIssue('AB-1', { assignee: person }, [
        {
          id: '2',
          created: '2026-01-06T09:00:00.000Z',
          author: person,
          items: [{ field: 'status', fieldtype: 'jira', from: '11', fromString: 'Offen', to: '12', toString: 'Erledigt' }],
        },
        {
          id: '1',
          created: '2026-01-05T09:30:00.000Z',
          author: person,
          items: [
            {
              field: 'assignee',
              fieldtype: 'jira',
              fieldId: 'assignee',
              from: null,
              fromString: null,
              to: 'a-1',
              toString: 'Real Name',
            },
          ],
        },
      ]),
    );
    const seed = importSearchJson(text, NONE);
    const [issue] = seed.issues;
    expect(issue?.histories.map(({ id }) => id)).toEqual(['1', '2']);
    expect(issue?.histories[0]?.items[0]?.toString).toBe('Person 1');
    expect(issue?.created).toBe('2026-01-05T09:00:00.000Z');
    expect(JSON.stringify(seed)).not.toMatch(/Real Name|real@company/);
    expect(seed.statuses.find(({ name }) => name === 'Erledigt')?.category).toBe('done');
  });

  it('reads an item without a new value as none', () => {
    const items = [{ field: 'Fix Version', fieldtype: 'jira', from: '9', fromString: '1.0' }];
    const seed = importSearchJson(
      exportOf(anExportedIssue('AB-1', {}, [{ id: '1', created: '2026-01-05T09:30:00.000Z', items }])),
      NONE,
    );
    expect(seed.issues[0]?.histories[0]?.items[0]).toMatchObject({ fieldId: 'fixVersions', to: null });
    expect(seed.issues[0]?.histories[0]?.items[0]?.toString).toBeNull();
  });

  it('keeps the flags of versions and adds a release ticket for each unreleased one', () => {
    const seed = importSearchJson(
      exportOf(
        anExportedIssue('AB-8', {
          fixVersions: [
            { id: '90', name: '2.0', released: false },
            { id: '91', name: '1.0', released: true, releaseDate: '2025-12-01' },
          ],
        }),
      ),
      NONE,
    );
    expect(seed.versions.map(({ name, released }) => [name, released])).toEqual([
      ['2.0', false],
      ['1.0', true],
    ]);
    const tickets = seed.issues.filter(({ summary }) => summary.startsWith('Release '));
    expect(tickets.map(({ key, fixVersionIds }) => [key, fixVersionIds])).toEqual([['AB-9', ['90']]]);
    expect(seed.statuses.find(({ id }) => id === tickets[0]?.statusId)?.name).toBe('In stabilisation');
  });

  it('gives every project a status to end in', () => {
    const seed = importSearchJson(
      exportOf(anExportedIssue('AB-1'), anExportedIssue('CD-1', { project: { id: '8', key: 'CD' } })),
      NONE,
    );
    expect(seed.projects.map(({ key }) => key)).toEqual(['AB', 'CD']);
    for (const project of seed.projects) {
      const workflow = seed.workflows.find(({ id }) => id === project.workflows['*']);
      expect(workflow?.transitions.map(({ name }) => name)).toEqual(['Create', 'Offen', 'Done']);
    }
  });

  it('keeps links of which both ends are there, once and in their direction', () => {
    const type = { id: '50', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' };
    const seed = importSearchJson(
      exportOf(
        anExportedIssue('AB-1', {
          issuelinks: [
            { id: '5', type, outwardIssue: { key: 'AB-2' } },
            { id: '6', type, outwardIssue: { key: 'XY-1' } },
          ],
        }),
        anExportedIssue('AB-2', { issuelinks: [{ id: '5', type, inwardIssue: { key: 'AB-1' } }] }),
      ),
      NONE,
    );
    expect(seed.issueLinks).toHaveLength(1);
    expect(seed.issueLinks[0]).toMatchObject({ inwardIssueId: '40001', outwardIssueId: '40002' });
    expect(seed.notes).toContain('1 links lead out of the export and are left out.');
  });

  it('starts the clock after the newest instant, but never before the sandbox does', () => {
    expect(importSearchJson(exportOf(anExportedIssue('AB-1')), NONE).now).toBe('2026-11-02T09:00:00.000Z');
    const late = exportOf(anExportedIssue('AB-1', { updated: '2027-03-01T12:00:00.000Z' }));
    expect(importSearchJson(late, NONE).now).toBe('2027-03-01T12:05:00.000Z');
  });
});

describe('the choice of defects', () => {
  const typed = (key: string, name: string, id: string): unknown => anExportedIssue(key, { issuetype: { id, name } });
  const mixed = exportOf(typed('AB-1', 'Fehler', '3'), typed('AB-2', 'Incident', '4'), typed('AB-3', 'Story', '5'));

  it('takes Bug where there is one', () => {
    expect(importSearchJson(exportOf(typed('AB-1', 'Bug', '1'), typed('AB-2', 'Defect', '2')), NONE).defectTypes).toEqual([
      'Bug',
    ]);
  });

  it.each(['缺陷', '故障', 'Fehler', 'Defecto', 'Défaut', 'Ошибка', 'バグ', 'Production defect'])('recognises %s', (name) => {
    expect(importSearchJson(exportOf(typed('AB-1', 'Story', '5'), typed('AB-2', name, '6')), NONE).defectTypes).toEqual([name]);
  });

  it('follows what it was asked for, whatever the case', () => {
    expect(importSearchJson(mixed, { defectTypes: ['incident', 'Fehler'] }).defectTypes).toEqual(['Incident', 'Fehler']);
  });

  it('refuses a work type that is not there and names those that are', () => {
    expect(() => importSearchJson(mixed, { defectTypes: ['Bug'] })).toThrow(
      'no work type Bug; it has Fehler (1), Incident (1), Story (1)',
    );
  });

  it('says so where nothing looks like a defect', () => {
    const seed = importSearchJson(exportOf(typed('AB-1', 'Story', '5')), NONE);
    expect(seed.defectTypes).toEqual([]);
    expect(seed.notes.join(' ')).toContain('--defect-type NAME');
  });
});

const realExport = join(__dirname, '../../../../shared/fixtures/jira-export/issues.json');
const whereRealExport = existsSync(realExport) ? describe : describe.skip;

whereRealExport('the real export beside the project (skipped where it is absent)', () => {
  const seed = existsSync(realExport) ? importSearchJson(readFileSync(realExport, 'utf8'), NONE) : null;

  it('comes in whole: 33 issues, 522 histories, Chinese status names', () => {
    const imported = seed?.issues.filter(({ summary }) => !summary.startsWith('Release ')) ?? [];
    expect(imported).toHaveLength(33);
    expect(imported.reduce((sum, { histories }) => sum + histories.length, 0)).toBe(522);
    expect(seed?.statuses.find(({ name }) => name === '已完成')?.category).toBe('done');
    expect(imported.filter(({ fixVersionIds }) => fixVersionIds.length > 0)).toHaveLength(20);
  });

  it('takes its one 缺陷 for a defect, says so, and has releases to look at', () => {
    expect(seed?.defectTypes).toEqual(['缺陷']);
    expect(seed?.notes.join(' ')).toContain('缺陷 (1)');
    expect(seed?.issues.filter(({ summary }) => summary.startsWith('Release ')).length).toBeGreaterThan(0);
  });

  it('never has a history outside the life of its issue', () => {
    const outside = seed?.issues.filter(({ created, updated, histories }) =>
      histories.some((history) => history.created < created || history.created > updated),
    );
    expect(outside).toEqual([]);
  });
});
