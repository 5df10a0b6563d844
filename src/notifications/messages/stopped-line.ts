import type { Severity } from '../../kernel/severity';
import type { Happening, Occurrence, ReleaseFacts } from '../occurrence';
import { plain } from '../plain';

/** The line of a release was stopped, or that was drilled. */
export const lineEvents = {
  'line-stopped': 'times the line was stopped',
  'line-drilled': 'drills of stopping the line',
} as const;

export interface LineTold {
  readonly drill: boolean;
  /** `Staging (stage)` */
  readonly where: string;
  readonly build: string | null;
  /** What was seen, in words that name nothing that not everybody may see: `The defect SHOP-7 (S1)`. */
  readonly what: string;
  readonly severity: Severity | null;
  /** Id of the defect; null where there is none. */
  readonly issueId: string | null;
  /** Names of the stages that are held, or would be. */
  readonly held: readonly string[];
  /** Pseudonyms of those who answer for it. */
  readonly people: readonly string[];
}

export function lineStopped(
  { id, at, projectId }: Happening,
  { drill, where, build, what, severity, issueId, held, people }: LineTold,
  release: ReleaseFacts,
): Occurrence<keyof typeof lineEvents> {
  const of = `${release.name}${build === null ? '' : `, build ${build},`} is dark`;
  const next = `It takes two different people, each with a reason, to ${drill ? 'end the drill' : 'lift it'}: see the release’s readiness.`;
  const sentence = drill
    ? `DRILL, nothing is held: as if ${what} were seen in ${where}, where ${of}. The line would be stopped for ${listed(held)}. ${next}`
    : `${what} was seen in ${where}, where ${of}. The line is stopped for ${listed(held)}. ${next}`;
  return {
    ...{ id, at, projectId, issueId, releases: [release], people, sentence: plain(sentence, 600) },
    ...{ event: drill ? 'line-drilled' : 'line-stopped', severity: severity ?? 'S1' },
  };
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
