import { defectById } from '../defects/shell';
import { moveStore } from '../gates/shell';
import type { StoredMove } from '../gates/shell';
import { appendEntry } from '../governance/shell';
import { readSettings } from '../settings/shell';

/** Enters in the ledger what became of an automatic move, once; a move that is not over yet waits. The sentence names no issue,
 * also where Jira's own words did. */
export async function enterMove(move: StoredMove): Promise<void> {
  const { id, projectId, issueId, version, stage, on, from, to, state, events, entered } = move;
  const last = events.at(-1);
  if (state === 'begun' || last === undefined || entered >= events.length) return;
  const [settings, defect] = [await readSettings(), await defectById(issueId)];
  const why =
    on === 'deployed' ? `${version?.name ?? 'its release'} was deployed to ${stage.name}` : `its fix holds in ${stage.name}`;
  const what = state === 'moved' ? 'was moved' : 'could not be moved';
  const because = last.because === null ? '' : ` ${last.because.replaceAll(issueKey, 'an issue')}`;
  await appendEntry(
    projectId,
    {
      ...{ at: last.at, kind: state === 'moved' ? 'defect-moved' : 'defect-not-moved', subject: `issue:${issueId}` },
      ...{ entryKey: `auto-move:${id}`, actor: { kind: 'app', rule: 'transition-map' }, settings: settings.revision },
      body: {
        ...{ schema: 1, stage: { key: stage.key, name: stage.name }, from: from.name, to: to.name },
        ...(version === null ? {} : { version: { id: version.id, name: version.name } }),
        sentence: `A defect ${what} from ${from.name} to ${to.name}, because ${why}.${because}`,
      },
      evidence: { issues: [{ id: issueId, key: defect?.key ?? '', level: defect?.securityLevel ?? null }] },
    },
    [issueId],
  );
  await moveStore.noteEntered(id, events.length);
}

const issueKey = /\b[A-Z][A-Z0-9_]+-\d+\b/g;
