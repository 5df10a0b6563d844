import { z } from 'zod';
import { freezesProperty, publishedFreezesSchema } from '../src/contracts/published-freezes';
import type { PublishedFreezes } from '../src/contracts/published-freezes';
import { CannotCheck } from './cannot-check';
import type { Jira } from './jira';

interface Planned {
  readonly id: string;
  readonly key: string;
  readonly fixVersions: readonly { readonly id?: string | undefined; readonly name: string }[];
}

const propertySchema = z.object({ value: publishedFreezesSchema });

/** What freezes keep out, as Holdpoint publishes it in Jira; each project is asked once. */
export class Freezes {
  private readonly known = new Map<string, Promise<PublishedFreezes | null>>();

  constructor(private readonly jira: Jira) {}

  /** The release whose freeze keeps an issue out that is in it; null where there is none. @throws CannotCheck */
  async keepOut({ id, key, fixVersions }: Planned): Promise<string | null> {
    if (fixVersions.length === 0) return null;
    const project = key.slice(0, key.lastIndexOf('-')).toUpperCase();
    const asked = this.known.get(project) ?? this.read(project);
    this.known.set(project, asked);
    const freezes = await asked;
    if (freezes === null) return null;
    const from = freezes.releases.find(
      ({ version, keptOut }) => keptOut.includes(id) && fixVersions.some((planned) => planned.id === version.id),
    );
    if (from === undefined && !freezes.isWhole)
      throw new CannotCheck(
        `More defects are kept out of the releases of ${project} than Holdpoint can publish, so that ${key} cannot be judged. See the freezes in Holdpoint, or set "notFrozen": false.`,
      );
    return from?.version.name ?? null;
  }

  /** Null where Holdpoint has published none. */
  private async read(project: string): Promise<PublishedFreezes | null> {
    const path = `/rest/api/3/project/${encodeURIComponent(project)}/properties/${freezesProperty}`;
    const answer = await this.jira.get(path, `the freezes of ${project}`);
    if (answer.kind === 'refused' && answer.status === 404) return null;
    if (answer.kind !== 'ok')
      throw new CannotCheck(`${answer.because}${answer.kind === 'away' ? ' Or check the keys alone with --offline.' : ''}`);
    const parsed = propertySchema.safeParse(answer.body);
    if (!parsed.success)
      throw new CannotCheck(`What ${project} says of its freezes is not what Holdpoint publishes: update the command.`);
    return parsed.data.value;
  }
}
