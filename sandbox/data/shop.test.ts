import { createHash } from 'node:crypto';
import { emptyProject, generateShop } from '.';
import type { Issue, SiteSeed } from '../jira/model';
import { ISSUE_TYPE, RELEASE_STATUS } from './catalogue';
import { contradictionsOf } from './replay.fixture';

const hashOf = (seed: SiteSeed): string => createHash('sha256').update(JSON.stringify(seed)).digest('hex');
const defectsOf = (seed: SiteSeed): Issue[] => seed.issues.filter(({ issueTypeId }) => issueTypeId === ISSUE_TYPE.bug);
const doneIn = (seed: SiteSeed): ((statusId: string) => boolean) => {
  const done = new Set(seed.statuses.filter(({ category }) => category === 'done').map(({ id }) => id));
  return (statusId) => done.has(statusId);
};
const openOn = (seed: SiteSeed, versionName: string): Issue[] => {
  const version = seed.versions.find(({ name }) => name === versionName);
  const isDone = doneIn(seed);
  return defectsOf(seed).filter((issue) => !isDone(issue.statusId) && issue.fixVersionIds.includes(version?.id ?? ''));
};
const severityOf = (issue: Issue): unknown => issue.customFields['app:defect-severity'] ?? 'none';
const DAY = 86_400_000;

describe('the generated project', () => {
  const shop = generateShop();

  it('is the same for the same seed and another one for another', () => {
    expect(hashOf(generateShop())).toBe(hashOf(shop));
    expect(hashOf(generateShop({ seed: 2 }))).not.toBe(hashOf(shop));
  });

  it.each([0, 1, 7, 40, 600, 2000])('has exactly the defects asked for (%i), with twelve versions and their tickets', (size) => {
    const seed = generateShop({ size });
    expect(defectsOf(seed)).toHaveLength(size);
    expect(seed.versions).toHaveLength(12);
    expect(seed.versions.filter(({ released }) => released)).toHaveLength(9);
    const tickets = seed.issues.filter(({ issueTypeId }) => issueTypeId === ISSUE_TYPE.release);
    expect(tickets.map(({ fixVersionIds }) => fixVersionIds[0]).sort()).toEqual(seed.versions.map(({ id }) => id).sort());
  });

  it('refuses a size that is no number of defects', () => {
    expect(() => generateShop({ size: -1 })).toThrow('whole number');
    expect(() => generateShop({ size: 1.5 })).toThrow('whole number');
  });

  it.each([
    [600, 1],
    [600, 99],
    [2000, 5],
  ])('has histories that replay to the present values (%i defects, seed %i)', (size, seedNumber) => {
    const seed = generateShop({ size, seed: seedNumber });
    const isDone = doneIn(seed);
    expect(seed.issues.flatMap((issue) => contradictionsOf(issue, seed.now, isDone))).toEqual([]);
  });

  it('numbers issues, histories and comments in the order of time, each once', () => {
    const numbers = (ids: readonly string[]): void => expect(new Set(ids).size).toBe(ids.length);
    numbers(shop.issues.map(({ id }) => id));
    numbers(shop.issues.flatMap(({ histories }) => histories.map(({ id }) => id)));
    numbers(shop.issues.flatMap(({ comments }) => comments.map(({ id }) => id)));
    const created = shop.issues.map((issue) => issue.created);
    expect(created).toEqual([...created].sort());
  });

  it('names every id that it uses', () => {
    const known = new Set([
      ...shop.statuses.map(({ id }) => id),
      ...shop.priorities.map(({ id }) => id),
      ...shop.resolutions.map(({ id }) => id),
      ...shop.versions.map(({ id }) => id),
      ...shop.components.map(({ id }) => id),
      ...shop.users.map(({ accountId }) => accountId),
      ...(shop.projects[0]?.securityLevels ?? []).map(({ id }) => id),
    ]);
    const used = shop.issues.flatMap((issue) => [
      issue.statusId,
      issue.priorityId,
      issue.resolutionId,
      issue.assignee,
      issue.reporter,
      issue.securityLevelId,
      ...issue.fixVersionIds,
      ...issue.affectsVersionIds,
      ...issue.componentIds,
      ...issue.histories.map(({ author }) => author),
    ]);
    expect(used.filter((id) => id !== null && !known.has(id))).toEqual([]);
  });

  it('gives every defect a title of its own, and several a stack trace', () => {
    expect(new Set(defectsOf(shop).map(({ summary }) => summary)).size).toBe(600);
    const traces = defectsOf(shop).filter(({ description }) => JSON.stringify(description).includes('codeBlock'));
    expect(traces.length).toBeGreaterThan(40);
  });

  it('hides one defect in forty from viewers, one of them in the held release', () => {
    expect(defectsOf(shop).filter(({ securityLevelId }) => securityLevelId !== null)).toHaveLength(15);
    expect(openOn(shop, '4.2.0').filter(({ securityLevelId }) => securityLevelId !== null)).toHaveLength(1);
    expect(shop.projects[0]?.securityLevels[0]?.roles).not.toContain('Viewers');
  });
});

describe('the releases in work', () => {
  const shop = generateShop();

  it('hold 4.2.0 by few defects: two S1, one without severity, four S2 of which one is an enterprise customer’s', () => {
    const open = openOn(shop, '4.2.0');
    const of = (severity: string): Issue[] => open.filter((issue) => severityOf(issue) === severity);
    expect(open).toHaveLength(28);
    expect(['S1', 'S2', 'none', 'S3'].map((severity) => of(severity).length)).toEqual([2, 4, 1, 9]);
    const tiers = of('S2').map(({ customFields }) => customFields['app:customer-tier']);
    expect(tiers.filter((tier) => tier === 'enterprise')).toHaveLength(1);
    expect(tiers).not.toContain(undefined);
  });

  it('have one defect past its target on 4.2.0: an S1 after two days; no S2 after seven', () => {
    const ageOf = (issue: Issue): number => (Date.parse(shop.now) - Date.parse(issue.created)) / DAY;
    const open = openOn(shop, '4.2.0');
    expect(open.filter((issue) => ['S1', 'none'].includes(String(severityOf(issue))) && ageOf(issue) > 2)).toHaveLength(1);
    expect(open.filter((issue) => severityOf(issue) === 'S2' && ageOf(issue) > 7)).toHaveLength(0);
  });

  it('leave 4.1.3 with an S3 and an S4 in the last steps, its ticket in staging', () => {
    expect(openOn(shop, '4.1.3').map(severityOf).sort()).toEqual(['S3', 'S4']);
    const ticket = shop.issues.find(({ summary }) => summary === 'Release 4.1.3');
    expect(ticket?.statusId).toBe(RELEASE_STATUS.inStaging);
  });

  it('are reached by the one defect of the smallest project', () => {
    expect(openOn(generateShop({ size: 1 }), '4.2.0').map(severityOf)).toEqual(['S1']);
  });

  it('leave no defect open on a released version', () => {
    const released = shop.versions.filter((version) => version.released).map(({ name }) => name);
    expect(released.flatMap((name) => openOn(shop, name))).toEqual([]);
  });
});

describe('the past of the generated project', () => {
  const shop = generateShop();
  const defects = defectsOf(shop);
  const share = (part: readonly Issue[]): number => part.length / defects.length;

  it('has a backlog of about 15 %, few reports at week-ends and some reopened defects', () => {
    const isDone = doneIn(shop);
    expect(share(defects.filter(({ statusId }) => !isDone(statusId)))).toBeCloseTo(0.15, 2);
    expect(share(defects.filter(({ created }) => [0, 6].includes(new Date(created).getUTCDay())))).toBeLessThan(0.08);
    const reopened = defects.filter(({ histories }) =>
      histories.some(({ items }) => items.some((item) => item.toString === 'Reopened')),
    );
    expect(share(reopened)).toBeGreaterThan(0.03);
    expect(share(reopened)).toBeLessThan(0.1);
  });

  it('resolves S1 within days and S4 within months', () => {
    const median = (severity: string): number => {
      const days = defects
        .filter((issue) => severityOf(issue) === severity && issue.resolutionDate !== null)
        .map((issue) => (Date.parse(issue.resolutionDate ?? '') - Date.parse(issue.created)) / DAY)
        .toSorted((left, right) => left - right);
      return days[Math.floor(days.length / 2)] ?? 0;
    };
    expect(median('S1')).toBeLessThan(3);
    expect(median('S4')).toBeGreaterThan(25);
  });

  it('has a bad release: more escapes from 4.1.0 than from any other, and a rollback', () => {
    const escapes = shop.versions.map(({ id, name }) => ({
      name,
      count: defects.filter(
        ({ affectsVersionIds, customFields }) =>
          affectsVersionIds.includes(id) && customFields['app:detected-in'] === 'production',
      ).length,
    }));
    expect(escapes.toSorted((left, right) => right.count - left.count)[0]?.name).toBe('4.1.0');
    expect(shop.deliveries.filter(({ payload }) => payload['step'] === 'rollback')).toHaveLength(1);
    expect(shop.deliveries.filter(({ trigger }) => trigger === 'incident')).toHaveLength(1);
  });

  it('links duplicates to reports of the same incident', () => {
    const duplicates = shop.issueLinks.filter(
      ({ typeId }) => shop.issueLinkTypes.find(({ id }) => id === typeId)?.name === 'Duplicate',
    );
    expect(duplicates.length).toBeGreaterThan(5);
  });
});

describe('the empty project', () => {
  it('has people, workflows and work types, but no versions and no issues', () => {
    const empty = emptyProject();
    expect(empty.versions).toEqual([]);
    expect(empty.issues).toEqual([]);
    expect(empty.homeProjectKey).toBe('NEW');
    expect(empty.issueTypes.map(({ name }) => name)).toEqual(['Bug', 'Story', 'Task', 'Release']);
    expect(empty.users.map(({ emailAddress }) => emailAddress)).toContain('rhea@example.com');
  });
});
