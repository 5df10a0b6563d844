import type { FieldIds } from './fields';
import type { History, Issue } from './issue';

export const ids: FieldIds = {
  'defect-severity': 'customfield_1',
  'customer-tier': 'customfield_2',
  'users-affected': 'customfield_3',
  workaround: 'customfield_4',
  'detected-in': 'customfield_5',
};

/** An open bug of 4.2.0, as Jira gives it. */
export function anIssue(fields: Partial<Issue['fields']> = {}): Issue {
  return {
    id: '20001',
    key: 'SHOP-1',
    fields: {
      project: { id: '10000' },
      issuetype: { id: '10004', name: 'Bug' },
      status: { id: '3', name: 'In Progress', statusCategory: { key: 'indeterminate' } },
      summary: 'Checkout fails',
      fixVersions: ['10511'],
      versions: ['10510'],
      assignee: null,
      components: [],
      issuelinks: [],
      security: null,
      created: '2026-10-01T08:00:00.000Z',
      updated: '2026-10-05T08:00:00.000Z',
      resolutiondate: null,
      ...fields,
    },
  };
}

export function aHistory(id: string, created: string, ...items: History['items']): History {
  return { id, created, items };
}

export function aStatusChange(from: string, to: string): History['items'][number] {
  return { field: 'status', fieldId: 'status', from, fromString: `name of ${from}`, to, toString: `name of ${to}` };
}
