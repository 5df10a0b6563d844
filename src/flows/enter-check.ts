import type { Check } from '../gates';
import { checkStore } from '../gates/shell';
import type { StoredCheck } from '../gates/shell';
import { appendEntry } from '../governance/shell';

/**
 * Enters in the ledger what was said to a check and does not stand there yet. An entry is known by its place among the events, so that
 * doing it again enters nothing twice.
 */
export async function enterCheck(check: StoredCheck, settings: number | null): Promise<void> {
  const { id, projectId, version, stage, name, events, entered } = check;
  for (const [index, event] of events.entries()) {
    if (index < entered) continue;
    await appendEntry(projectId, {
      ...{ at: event.at, kind: `check-${event.act}`, subject: `version:${version.id}/${stage.key}`, settings },
      entryKey: `check:${id}:${index + 1}`,
      actor: { kind: 'person', pseudonym: event.who },
      body: {
        ...{ schema: 1, version, stage, check: name, sentence: sentenceOf(check, event) },
        ...(event.act === 'confirmed'
          ? { role: event.role, ...(event.builds.length === 0 ? {} : { builds: [...event.builds] }) }
          : {}),
      },
      // What people wrote may name issues.
      evidence: event.act === 'confirmed' ? { form: event.form, shown: event.evidence } : { because: event.because },
    });
  }
  if (events.length > entered) await checkStore.noteEntered(id, events.length);
}

function sentenceOf({ name, version, stage }: Check, event: Check['events'][number]): string {
  const what = `“${name}” for ${version.name} and ${stage.name.toLowerCase()}`;
  if (event.act === 'withdrawn') return `The confirmation of ${what} was taken back.`;
  const { builds, role } = event;
  const forBuilds = builds.length === 0 ? '' : `, for ${builds.length === 1 ? 'build' : 'builds'} ${builds.join(', ')}`;
  return `${what} was confirmed by the role ${role}${forBuilds}.`;
}
