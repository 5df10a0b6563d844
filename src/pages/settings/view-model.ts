import type { PreviewView } from '../../contracts/settings';

type Changes = Extract<PreviewView, { kind: 'preview' }>['changes'];

/** What saving would do, in one sentence, e.g. "This would hold 4.1.3 (Production) and open nothing." */
export function previewSentence(changes: Changes, judged: number, readAgain: boolean): string {
  const again = readAgain ? ' Other work types count: every project would be read again, and the figures may then differ.' : '';
  if (judged === 0) return `There is no unreleased version to judge yet.${again}`;
  const held = changes.filter((change) => change.to === 'held');
  const open = changes.filter((change) => change.to === 'open');
  const unknown = changes.filter((change) => change.to === 'unknown');
  if (changes.length === 0)
    return `This would change no verdict of ${judged === 1 ? 'the one release' : `the ${judged} releases`} in work.${again}`;
  const parts = [
    `hold ${named(held)}`,
    `open ${named(open)}`,
    ...(unknown.length === 0 ? [] : [`leave ${named(unknown)} unknown`]),
  ];
  return `This would ${listed(parts)}.${again}`;
}

function named(changes: Changes): string {
  return changes.length === 0 ? 'nothing' : listed(changes.map(({ version, stage }) => `${version} (${stage})`));
}

function listed(parts: readonly string[]): string {
  return parts.length <= 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
