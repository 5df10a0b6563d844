import type { Breach, BreachEvent } from '../gates';
import { breachStore } from '../gates/shell';
import type { StoredBreach } from '../gates/shell';
import { appendEntry } from '../governance/shell';
import { readSettings } from '../settings/shell';

/**
 * Enters what followed a release past its gate and does not stand in the ledger yet. That it went past it is an entry already, and what
 * Holdpoint is about to do is none.
 */
export async function enterBreach(breach: StoredBreach): Promise<void> {
  const { id, projectId, version, stage, events, entered } = breach;
  const { revision } = await readSettings();
  for (const [index, event] of events.entries()) {
    const sentence = sentenceOf(breach, event);
    if (index < entered || sentence === null) continue;
    await appendEntry(projectId, {
      ...{ at: event.at, kind: event.act === 'acknowledged' ? 'breach-acknowledged' : 'breach-followed', settings: revision },
      ...{ subject: `version:${version.id}/${stage.key}`, entryKey: `breach:${id}:${index + 1}` },
      actor: event.who === null ? { kind: 'app', rule: 'past-its-gate' } : { kind: 'person', pseudonym: event.who },
      body: { schema: 1, version, stage: { key: stage.key, name: stage.name }, breach: id, act: event.act, sentence },
      // What people wrote may name issues.
      evidence: event.act === 'acknowledged' ? { because: event.because } : null,
    });
  }
  if (events.length > entered) await breachStore.noteEntered(id, events.length);
}

function sentenceOf({ version }: Breach, { act, because }: BreachEvent): string | null {
  switch (act) {
    case 'released':
    case 'taking-back':
      return null;
    case 'taken-back':
      return `Holdpoint took the release of ${version.name} back in Jira: it had gone past its gate.`;
    case 'not-taken-back':
      return `The release of ${version.name} was not taken back in Jira. ${because}`;
    case 'told':
      return `The owners of ${version.name} were told that it went past its gate.`;
    case 'not-told':
      return `The owners of ${version.name} could not be told that it went past its gate. ${because}`;
    case 'acknowledged':
      return `That ${version.name} went past its gate was acknowledged.`;
  }
}
