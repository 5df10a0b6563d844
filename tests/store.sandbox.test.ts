import { killedAfter, startForgeSql, statementsOf, type ForgeSqlHere } from './forge-sql';
import { toDefect } from '../src/defects/defect';
import { defectHistory } from '../src/defects/history';
import type { History, Issue } from '../src/defects/issue';
import { aHistory, anIssue, aStatusChange, ids } from '../src/defects/issue.fixture';
import * as store from '../src/defects/shell';
import { factId } from '../src/environments';
import * as facts from '../src/environments/shell';
import { migrate } from '../src/platform/database';
import { migrations } from '../src/platform/database/migrations';

/** What the store promises, on a real database: older readings lose, deaths half-way heal, what was removed is gone. */
jest.setTimeout(180_000);

let sql: ForgeSqlHere;
beforeAll(async () => {
  sql = await startForgeSql(59_311);
});
afterAll(() => sql.stop());

const at = (minute: number) => new Date(Date.UTC(2026, 9, 10, 0, minute)).toISOString();

describe('the tables', () => {
  const madeOf = async () => {
    const names = (await sql.rows('SHOW TABLES')).map((row) => String(Object.values(row)[0])).sort();
    const made = await Promise.all(
      names.map(async (name): Promise<unknown> => (await sql.rows(`SHOW CREATE TABLE \`${name}\``))[0]?.['Create Table']),
    );
    return made.map((statement) => String(statement).replace(/ AUTO_INCREMENT=\d+/, ''));
  };
  let expected: string[];
  beforeAll(async () => {
    await sql.empty();
    await migrate();
    expected = await madeOf();
  });
  beforeEach(() => sql.empty());

  test('cost one query to find up to date', async () => {
    expect(await migrate()).toEqual(migrations.map(({ name }) => name));
    expect(await statementsOf(async () => expect(await migrate()).toEqual([]))).toBe(1);
    expect(expected).toHaveLength(migrations.length + 1);
  });

  test('are the same where two functions migrate at once', async () => {
    await Promise.all([migrate(), migrate()]);
    expect(await madeOf()).toEqual(expected);
    expect(await migrate()).toEqual([]);
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 15, 24])('are the same where a migration died after %i statements', async (statements) => {
    expect(await killedAfter(statements, migrate)).toBe(false);
    await migrate();
    expect(await madeOf()).toEqual(expected);
    expect(await migrate()).toEqual([]);
  });
});

describe('the defects', () => {
  beforeAll(async () => {
    await sql.empty();
    await migrate();
  });
  beforeEach(async () => {
    for (const row of await sql.rows('SHOW TABLES')) {
      const name = String(Object.values(row)[0]);
      if (name !== '__migrations') await sql.connection.query(`DELETE FROM ${name}`);
    }
  });

  const change = (fieldId: string, from: string | null, to: string | null): History['items'][number] => ({
    ...{ field: fieldId, fieldId, from, fromString: from, to, toString: to },
  });
  const histories = [
    aHistory('1', at(10), aStatusChange('1', '3')),
    aHistory('2', at(20), change('assignee', null, 'account-dev')),
    aHistory('3', at(30), change('fixVersions', null, '10511'), change('versions', null, '10510')),
  ];
  const early = {
    ...{ created: at(0), updated: at(30), summary: 'Before', assignee: { accountId: 'account-dev' } },
    components: [{ id: '10020', name: 'Checkout' }],
    issuelinks: [{ id: '10900', type: 'Blocks', direction: 'outward' as const, other: { id: '20002', key: 'SHOP-2' } }],
  };
  const late = {
    ...{ created: at(0), updated: at(50), summary: 'After', assignee: { accountId: 'account-qa' } },
    components: [{ id: '10021', name: 'Payments' }],
    issuelinks: [],
    fixVersions: ['10512'],
  };
  const laterHistories = [
    ...histories,
    aHistory('4', at(40), change('assignee', 'account-dev', 'account-qa')),
    aHistory('5', at(50), change('fixVersions', '10511', null), change('fixVersions', null, '10512')),
  ];
  const read = (fields: Partial<Issue['fields']>, changes: readonly History[], id = '20001') => {
    const issue = { ...anIssue(fields), id };
    return { defect: toDefect(issue, ids), history: defectHistory(issue, changes, ids) };
  };
  /** What counts of a defect: rows that carry the moment of its own. */
  const held = async (id = '20001') => {
    const of = (columns: string, table: string) =>
      sql.rows(
        `SELECT ${columns} FROM ${table} c JOIN defects d ON d.id = c.defect_id AND d.read_at = c.read_at
         WHERE d.id = '${id}' AND d.removed = 0 ORDER BY 1, 2`,
      );
    return {
      defect: await sql.rows(`SELECT summary, assignee, read_at FROM defects WHERE id = '${id}'`),
      versions: await of('c.kind, c.version_id', 'defect_versions'),
      components: await of('c.component_id, c.name', 'defect_components'),
      links: await of('c.link_id, c.type, c.direction, c.other_id, c.other_key', 'defect_links'),
      history: (await store.historiesOf([id])).get(id),
    };
  };
  const tables = ['defect_versions', 'defect_components', 'defect_links', 'spans'];
  const childRows = async (where = '1 = 1') => {
    let count = 0;
    for (const table of tables) count += Number((await sql.rows(`SELECT COUNT(*) AS n FROM ${table} WHERE ${where}`))[0]?.n);
    return count;
  };

  test('hold what was read of them, with their histories', async () => {
    await store.storeDefects([read(late, laterHistories)], at(60));
    const { history, ...facts } = await held();
    expect(facts).toEqual({
      defect: [{ summary: 'After', assignee: 'account-qa', read_at: at(60) }],
      versions: [
        { kind: 'affects', version_id: '10510' },
        { kind: 'fix', version_id: '10512' },
      ],
      components: [{ component_id: '10021', name: 'Payments' }],
      links: [],
    });
    expect(history).toEqual(read(late, laterHistories).history);
    expect(history?.fix.map(({ value }) => value)).toEqual(['10511', '10512']);
    expect(history?.assignee.map(({ value }) => value)).toEqual([null, 'account-dev', 'account-qa']);
  });

  test('are not taken back by an older reading, whichever comes first', async () => {
    await store.storeDefects([read(late, laterHistories)], at(60));
    const newest = await held();
    await store.storeDefects([read(early, histories)], at(55));
    expect(await held()).toEqual(newest);
    expect(await childRows(`read_at < '${at(60)}'`)).toBe(0);
  });

  test('are as they were or as they are, wherever a reading dies', async () => {
    await store.storeDefects([read(early, histories)], at(45));
    const before = await held();
    await store.storeDefects([read(late, laterHistories)], at(60));
    const after = await held();
    let ended = false;
    let n = 0;
    for (; !ended; n += 1) {
      for (const table of [...tables, 'defects']) await sql.connection.query(`DELETE FROM ${table}`);
      await store.storeDefects([read(early, histories)], at(45));
      ended = await killedAfter(n, () => store.storeDefects([read(late, laterHistories)], at(60)));
      expect([before, after]).toContainEqual(await held());
      await store.storeDefects([read(late, laterHistories)], at(60));
      expect(await held()).toEqual(after);
    }
    expect(n).toBeGreaterThan(5);
    expect(await childRows(`read_at < '${at(60)}'`)).toBe(0);
  });

  test('leave nothing of people and their words when they are removed, and the mark itself after its hour', async () => {
    await store.storeDefects([read(early, histories), read(early, histories, '20002')], at(45));
    await store.removeDefects(['20001'], at(60));
    expect(await sql.rows(`SELECT summary, assignee, removed, read_at FROM defects WHERE id = '20001'`)).toEqual([
      { summary: '', assignee: null, removed: 1, read_at: at(60) },
    ]);
    expect(await childRows(`defect_id = '20001'`)).toBe(0);
    // An older reading that is still under way does not bring it back, and what it leaves goes with the mark.
    await killedAfter(4, () => store.storeDefects([read(early, histories)], at(50)));
    expect(await childRows(`defect_id = '20001'`)).toBeGreaterThan(0);
    await store.forgetRemoved(at(60));
    expect(await sql.rows(`SELECT id FROM defects WHERE id = '20001'`)).toHaveLength(1);
    await store.forgetRemoved(at(61));
    expect(await sql.rows('SELECT id FROM defects')).toEqual([{ id: '20002' }]);
    expect(await childRows(`defect_id = '20001'`)).toBe(0);
    expect(await childRows(`defect_id = '20002'`)).toBeGreaterThan(0);
  });

  test('keep what a newer reading is about to bring back', async () => {
    await store.storeDefects([read(early, histories)], at(45));
    await store.removeDefects(['20001'], at(50));
    // The rows of the defect, without its own.
    await killedAfter(4, () => store.storeDefects([read(late, laterHistories)], at(120)));
    const waiting = await childRows();
    await store.forgetRemoved(at(110));
    expect(await childRows()).toBe(waiting);
  });

  describe('name people', () => {
    const person = (n: number) => `account-${String(n).padStart(2, '0')}`;
    const assigned = (id: string, from: string, to: string) =>
      read(
        { created: at(0), updated: at(20), assignee: { accountId: to } },
        [aHistory('1', at(10), change('assignee', from, to))],
        id,
      );
    beforeEach(() =>
      store.storeDefects(
        [1, 3, 5].map((n) => assigned(`2000${n}`, person(n), person(n + 1))),
        at(30),
      ),
    );

    test('who are found page by page, those of the past too', async () => {
      const found: string[] = [];
      for (let page = await store.accountIdsHeld('', 4); page.length > 0;) {
        expect(page.length).toBeLessThanOrEqual(4);
        found.push(...page);
        page = await store.accountIdsHeld(page.at(-1) ?? '', 4);
      }
      expect(found).toEqual([1, 2, 3, 4, 5, 6].map(person));
    });

    test('who are gone once they are erased, and nobody else', async () => {
      await store.eraseAccount(person(3));
      await store.eraseAccount(person(6));
      expect(await store.accountIdsHeld('', 10)).toEqual([1, 2, 4, 5].map(person));
      expect((await store.historiesOf(['20003'])).get('20003')?.assignee.map(({ value }) => value)).toEqual([null, person(4)]);
      expect(await sql.rows(`SELECT assignee FROM defects ORDER BY id`)).toEqual([
        { assignee: person(2) },
        { assignee: person(4) },
        { assignee: null },
      ]);
    });
  });

  describe('of a project that is gone', () => {
    const others = ['10000', '10001'];
    const fill = async () => {
      for (const project of others) {
        await store.nameProject({ id: project, key: `P${project}`, name: 'Shop' }, at(0));
        const defects = [1, 2, 3].map((n) => read({ ...early, project: { id: project } }, histories, `${project}${n}`));
        await store.storeDefects(defects, at(40));
        const ticket = { id: `${project}9`, projectId: project, key: 'SHOP-9', status: { name: 'To do', category: 'new' } };
        await store.storeTickets([{ ...ticket, securityLevel: null, versionIds: ['10511'], updatedAt: at(1) }], at(40));
        const dates = { startDate: null, releaseDate: null, released: false, archived: false };
        await store.storeVersions(project, [{ id: `${project}5`, projectId: project, name: '4.2.0', ...dates }]);
        await store.noteLinked(project, `${project}5`);
        await store.markDirty(project, [{ issueId: `${project}1`, token: 't', deleted: false }], at(41));
        await sql.connection.query(`INSERT IGNORE INTO to_read (project_id, issue_id) VALUES ('${project}', '1')`);
        await store.finishReading(project, at(0));
      }
    };
    const all = [...tables, 'defects', 'release_tickets', 'ticket_versions', 'versions', 'dirty_issues'];
    const contents = async () => {
      const rows = [];
      for (const table of [...all, 'to_read', 'projects'])
        for (const row of await sql.rows(`SELECT * FROM ${table}`)) rows.push(JSON.stringify({ table, ...row, changes: null }));
      return rows.sort().join('\n');
    };
    beforeEach(fill);

    test('go with all that is stored of it, in whatever moment that dies, and of no other', async () => {
      await store.removeProject('10000');
      await store.purgeProject('10000');
      const purged = await contents();
      expect(purged).not.toContain('10000');
      expect(purged).toContain('10001');
      let ended = false;
      for (let n = 0; !ended; n += 3) {
        await fill();
        await store.removeProject('10000');
        ended = await killedAfter(n, () => store.purgeProject('10000'));
        await store.purgeProject('10000');
        expect(await contents()).toBe(purged);
      }
    });

    test('stay where it was not removed', async () => {
      const before = await contents();
      await store.purgeProject('10000');
      expect(await contents()).toBe(before);
    });

    test('stay where it comes back meanwhile, and then it is read from the start', async () => {
      await store.removeProject('10000');
      await killedAfter(1, () => store.purgeProject('10000'));
      await store.nameProject({ id: '10000', key: 'P10000', name: 'Shop' }, at(50));
      const before = await contents();
      await store.purgeProject('10000');
      expect(await contents()).toBe(before);
      expect(await store.projectById('10000')).toMatchObject({ state: 'reading', readUpTo: null });
    });
  });
});

describe('a project', () => {
  const moments = async () => {
    const project = await store.projectById('10002');
    return [project?.eventAt, project?.reconciledAt, project?.countedAt];
  };

  test('knows its last event, comparison and count; an earlier moment never replaces a later one', async () => {
    await store.nameProject({ id: '10002', key: 'WEB', name: 'Web' }, at(0));
    expect(await store.projectById('10002')).toMatchObject({
      ...{ paused: false, searched: false, points: 0, waitUntil: null, eventAt: null, reconciledAt: null, countedAt: null },
    });
    for (const moment of [at(5), at(3)]) {
      await store.noteEvent('10002', moment);
      await store.noteReconciled('10002', moment);
      await store.noteCounted('10002', moment);
    }
    expect(await moments()).toEqual([at(5), at(5), at(5)]);
  });

  test('counts its waiting changes from their first marks on', async () => {
    expect([await store.oldestMark('10002'), await store.waitingChanges('10002')]).toEqual([null, 0]);
    const mark = (issueId: string, token: string) => ({ issueId, token, deleted: false });
    await store.markDirty('10002', [mark('1', 'a'), mark('2', 'b')], at(10));
    await store.markDirty('10002', [mark('1', 'c')], at(20));
    await store.markDirty('10002', [mark('3', 'd')], at(5));
    expect([await store.oldestMark('10002'), await store.waitingChanges('10002')]).toEqual([at(5), 3]);
    await store.clearDirty([mark('1', 'a'), mark('3', 'd')]);
    // Issue 1 was marked again after it was read, and waits since its first mark.
    expect([await store.oldestMark('10002'), await store.waitingChanges('10002')]).toEqual([at(10), 2]);
    expect((await store.dirtyIssues('10002', 10)).map(({ issueId, token }) => [issueId, token])).toEqual([
      ['1', 'c'],
      ['2', 'b'],
    ]);
  });
});

describe('the incidents that reached users', () => {
  const fact = (n: number, body: Record<string, string | number | null>, projectId = '10000') => ({
    ...{ projectId, id: factId([`INC-${n}`]), kind: 'incident' as const, part: '', at: at(n % 60), newness: '1' },
    ...{ environment: 'production', version: null },
    body: { incident: `INC-${n}`, title: 'Says "issue":null, "usersAffected":null', issue: null, usersAffected: null, ...body },
  });
  beforeAll(async () => {
    await sql.empty();
    await migrate();
  });

  test('are all found, however many, and nothing else is', async () => {
    const told = Array.from({ length: 4500 }, (_, n) => fact(n, { issue: `SHOP-${n}`, usersAffected: n }));
    const others = [fact(4501, { issue: 'SHOP-1' }), fact(4502, { usersAffected: 7 }), fact(4503, {})];
    await facts.storeFacts('10000', [...others, ...told]);
    await facts.storeFacts('10001', [fact(1, { issue: 'BANK-1', usersAffected: 3 })]);
    const found = await facts.incidentsWithUsers('10000');
    expect(found.map(({ usersAffected }) => usersAffected).sort((a, b) => a - b)).toEqual(told.map((_, n) => n));
    expect(found.every(({ issue, incident, usersAffected: n }) => issue === `SHOP-${n}` && incident === `INC-${n}`)).toBe(true);
    expect(await facts.incidentsWithUsers('10002')).toEqual([]);
  });
});
