import { z } from 'zod';
import type { Forge, ModuleView } from '../forge/forge';
import type { SiteSeed } from '../jira/model';
import { DEV, OPS, RHEA } from './people';

const versions = z.array(z.object({ id: z.string(), name: z.string() }));
const row = z.object({ defectId: z.string(), createdAt: z.string(), fixVersions: versions });
const queueAnswer = z.object({
  kind: z.literal('ok'),
  view: z.object({ rows: z.array(row), targets: versions }),
});
const actAnswer = z.object({ kind: z.literal('ok'), view: z.object({ session: z.object({ id: z.string() }) }) });
const decidedAnswer = z.object({ kind: z.literal('ok'), view: z.object({ kind: z.enum(['decided', 'refused']) }) });

/** So many defects go through the session, the first of them rated, and every fourth is left for the next one. */
const inSession = 24;
const rated = 8;

/**
 * A triage session that the demo's team has held: rated by three, decided on, closed, through the board's own calls. A defect is only
 * planned for a release that it is planned for already, so that no verdict of the demo changes.
 * @throws where the app refuses, with its answer
 */
export async function holdTriage(forge: Forge, seed: SiteSeed): Promise<void> {
  const shop = seed.projects.find((project) => project.key === 'SHOP');
  if (shop === undefined || !seed.users.some(({ accountId }) => accountId === RHEA)) return;
  const as = (accountId: string): ModuleView => ({
    ...{ moduleKey: 'holdpoint-project', accountId, localId: 'demo' },
    extension: { type: 'jira:projectPage', project: { id: shop.id, key: shop.key } },
  });
  const { rows, targets } = queueAnswer.parse(await forge.invokeResolver(as(RHEA), 'triageQueue', { projectId: shop.id })).view;
  const newest = [...rows].sort((a, b) => (a.createdAt > b.createdAt ? -1 : 1)).slice(0, inSession);
  if (newest.length < 4) return;
  const defectIds = newest.map(({ defectId }) => defectId);
  const opening = { projectId: shop.id, title: 'Monday triage', role: 'qa', defectIds };
  const sessionId = actAnswer.parse(await forge.invokeResolver(as(RHEA), 'openSession', opening)).view.session.id;
  await forge.invokeResolver(as(DEV), 'joinSession', { sessionId, role: 'development' });
  await forge.invokeResolver(as(OPS), 'joinSession', { sessionId, role: 'operations' });
  for (const [n, defect] of newest.entries()) {
    if (n % 4 === 3) continue;
    for (const [seat, who] of (n < rated ? [RHEA, DEV, OPS] : []).entries()) {
      const rating = { risk: 1 + ((n + seat) % 4), impact: 2 + ((n * 2 + seat) % 3) };
      actAnswer.parse(await forge.invokeResolver(as(who), 'vote', { sessionId, defectId: defect.defectId, ...rating }));
    }
    const planned = defect.fixVersions.find(({ id }) => targets.some((target) => target.id === id));
    const choice =
      planned === undefined
        ? { kind: 'not-a-defect', note: 'Nobody could make it happen again.' }
        : { kind: 'fix-now', versionId: planned.id, note: 'Agreed by all three.' };
    decidedAnswer.parse(await forge.invokeResolver(as(RHEA), 'decideTriage', { defectId: defect.defectId, sessionId, choice }));
  }
  actAnswer.parse(await forge.invokeResolver(as(RHEA), 'closeSession', { sessionId }));
}
