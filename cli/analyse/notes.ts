import type { ExportedIssue, ExportedPage } from '../../src/ingest/exports';

/** More notes of a page or a file than this help nobody. */
const mostSaid = 20;
const examples = 3;

/** Counts issues of which the same must be said, and remembers the first of them. */
class Kind {
  private count = 0;
  private readonly first: string[] = [];

  add(key: string): void {
    this.count += 1;
    if (this.first.length < examples) this.first.push(key.slice(0, 40));
  }

  /** @param are what they are, behind "3 issues " @param is behind "1 issue " */
  sentence(are: string, is: string): string[] {
    if (this.count === 0) return [];
    const which = `${this.first.join(', ')}${this.count > this.first.length ? ', …' : ''}`;
    return [`${this.count} ${this.count === 1 ? `issue ${is}` : `issues ${are}`} (${which}).`];
  }
}

/** Notes what an export does not tell, and what in it contradicts itself: the figures depend on it. */
export function noteTaker() {
  const repeated = new Kind();
  const noChangelog = new Kind();
  const cutChangelog = new Kind();
  const backwards = new Kind();
  const early = new Kind();
  const silent = new Kind();
  const said = new Set<string>();
  let expected = 0;
  let isLast: boolean | null = null;
  return {
    repeated: (key: string): void => repeated.add(key),
    note(sentence: string): void {
      if (said.size < mostSaid) said.add(sentence);
    },
    page(page: ExportedPage): void {
      expected = Math.max(expected, page.total ?? 0);
      isLast = page.isLast ?? isLast;
    },
    issue({ key, changes, historiesLeftOut, created, resolved, tellsResolution }: ExportedIssue): void {
      if (changes === null) noChangelog.add(key);
      if (historiesLeftOut > 0) cutChangelog.add(key);
      if (resolved !== null && resolved < created) backwards.add(key);
      if (changes?.some(({ at }) => at < created) === true) early.add(key);
      if (!tellsResolution) silent.add(key);
    },
    /** @param size how many different issues there are */
    taken(size: number): string[] {
      return [
        ...said,
        ...(expected > size ? [`Jira found ${expected} issues, the export has ${size}: pages are missing.`] : []),
        ...(isLast === false && expected === 0 ? ['The last page says that more follow: pages are missing.'] : []),
        ...repeated.sentence(
          'are there more than once; of each the one updated last counts',
          'is there more than once; the one updated last counts',
        ),
        ...noChangelog.sentence(
          'have no changelog: they count with their present status since their creation; JSON with expand=changelog has it',
          'has no changelog: it counts with its present status since its creation; JSON with expand=changelog has it',
        ),
        ...cutChangelog.sentence(
          'have more histories in Jira than in the export: changes of status may be missing',
          'has more histories in Jira than in the export: changes of status may be missing',
        ),
        ...silent.sentence(
          'have no resolutiondate: they count as unresolved; export with all fields',
          'has no resolutiondate: it counts as unresolved; export with all fields',
        ),
        ...backwards.sentence(
          'are resolved before they were created: they took 0 minutes',
          'is resolved before it was created: it took 0 minutes',
        ),
        ...early.sentence(
          'changed their status before they were created: such changes count from the creation on',
          'changed its status before it was created: such changes count from the creation on',
        ),
      ];
    },
  };
}
