import type { BridgeView } from '../../../../../src/contracts/bridge';
import type { SourceView } from '../../../../../src/contracts/sources';
import { relativeWords } from '../../shared/time-words';

export type SourcesView = BridgeView<'sources'>;

/** Whose scheme a source's messages are signed by, for people. */
export const kindNames: Record<SourceView['kind'], string> = {
  holdpoint: 'Holdpoint command or own scripts',
  github: 'GitHub webhooks',
  gitlab: 'GitLab webhooks',
};

/** How long the secret before a new one still counts, in hours. */
export const overlaps = [
  { hours: 0, label: 'not at all' },
  { hours: 1, label: 'for 1 hour' },
  { hours: 24, label: 'for 24 hours' },
  { hours: 168, label: 'for 7 days' },
] as const;

/** Those that may send, by name, and those that no longer may. */
export function arrangeSources(sources: readonly SourceView[]): {
  readonly active: SourceView[];
  readonly revoked: SourceView[];
} {
  const byName = [...sources].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return {
    active: byName.filter(({ revokedAt }) => revokedAt === null),
    revoked: byName.filter(({ revokedAt }) => revokedAt !== null),
  };
}

/** What holds now, in one line. @param now in milliseconds */
export function sourcesSummary({ sources }: SourcesView, now: number): string {
  const { active } = arrangeSources(sources);
  if (active.length === 0) return 'Nothing may send deliveries yet';
  const last = active
    .flatMap(({ lastDeliveryAt }) => lastDeliveryAt ?? [])
    .sort()
    .at(-1);
  const unusable = active.reduce((sum, source) => sum + source.unusable, 0);
  return [
    `${active.length} connected`,
    last === undefined ? 'nothing delivered yet' : `last delivery ${relativeWords(last, now)}`,
    ...(unusable === 0 ? [] : [`${unusable} could not be used`]),
  ].join(', ');
}

/** What became of deliveries of the last 30 days; null where all of them were used. */
export function troubleWords({ waiting, unusable }: Pick<SourceView, 'waiting' | 'unusable'>): string | null {
  const parts = [
    ...(waiting === 0 ? [] : [waiting === 1 ? '1 delivery waits' : `${waiting} deliveries wait`]),
    ...(unusable === 0 ? [] : [`${unusable} of the last 30 days could not be used`]),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

/** The project that a source may speak of, as a row says it. */
export function projectWords({ projects }: Pick<SourcesView, 'projects'>, projectId: string | null): string {
  if (projectId === null) return 'any project';
  const project = projects.find(({ id }) => id === projectId);
  return project === undefined ? 'a project that is gone' : project.name;
}

/** What changed between two looks, to be read out. */
export function sourceChanges(before: SourcesView, after: SourcesView): string[] {
  return after.sources.flatMap((source) => {
    const earlier = before.sources.find(({ id }) => id === source.id);
    if (earlier === undefined) return [`${source.name} is connected.`];
    if (earlier.revokedAt === null && source.revokedAt !== null) return [`${source.name} is revoked.`];
    if (earlier.rotatedAt !== source.rotatedAt) return [`${source.name} has a new secret.`];
    if (earlier.lastDeliveryAt === null && source.lastDeliveryAt !== null) return [`${source.name} sent its first delivery.`];
    return [];
  });
}

/** What to do with a secret that was just made, step by step. */
export const nextSteps: Record<SourceView['kind'], readonly string[]> = {
  holdpoint: [
    'Put this text into the secrets of your CI, under the name HOLDPOINT_CONNECTION.',
    'Hand that secret to the steps that test, build, deploy or ask a gate, as an environment variable of the same name.',
    'The holdpoint command reads it there. Scripts of your own find the addresses and the secret in it.',
  ],
  github: [
    'In the repository on GitHub, open Settings, Webhooks, Add webhook.',
    'Enter the address as Payload URL and the secret as Secret, and choose application/json as Content type.',
    'Let it send pushes, deployment statuses and workflow runs.',
  ],
  gitlab: [
    'In the project on GitLab, open Settings, Webhooks, Add new webhook.',
    'Enter the address as URL and the secret as Secret token.',
    'Let it send push events, pipeline events and deployment events.',
  ],
};
