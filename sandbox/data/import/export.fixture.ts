type Entry = Record<string, unknown>;

/** One exported issue with the fields that every export has; what is given replaces or adds to them. */
export const anExportedIssue = (key: string, fields: Entry = {}, histories: readonly Entry[] = []): Entry => ({
  id: String(40_000 + Number(key.split('-')[1])),
  key,
  fields: {
    summary: `Summary of ${key}`,
    issuetype: { id: '1', name: 'Bug', subtask: false },
    status: { id: '11', name: 'Offen', statusCategory: { id: 2, key: 'new' } },
    created: '2026-01-05T10:00:00.000+0100',
    updated: '2026-01-06T10:00:00.000+0100',
    project: { id: '7', key: key.split('-')[0], name: 'Example' },
    ...fields,
  },
  changelog: { histories },
});

export const exportOf = (...issues: readonly unknown[]): string => JSON.stringify({ issues });
