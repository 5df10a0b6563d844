import { connectionSchema, connectionText, connectionTriggers } from '../contracts/connection';
import { siteChain } from '../governance';
import { appendEntry, pseudonymOf } from '../governance/shell';
import { rotated, sourceIdOf } from '../ingest';
import type { Source, SourceKind } from '../ingest';
import { addSource, allSources, replaceSource, sourceById } from '../ingest/shell';
import { sha256 } from '../kernel/hash';
import { plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { newId, newSecret } from '../platform/identity';
import { webTriggerAddress } from '../platform/web-trigger';

/** Who changes something, and when. */
export interface Acting {
  readonly accountId: string;
  readonly now: Instant;
}

/** What is shown once, to who made it. */
export type SourceSecret =
  | {
      readonly kind: 'made';
      readonly id: string;
      readonly connection: string | null;
      readonly webhookSecret: string | null;
      readonly webhookUrl: string | null;
    }
  | { readonly kind: 'refused'; readonly because: string };

/** A site with more senders than that has lost sight of them. */
const mostSources = 100;
const hour = 3_600_000;

export async function createSource(
  wanted: { readonly name: string; readonly kind: SourceKind; readonly projectId: string | null },
  acting: Acting,
): Promise<SourceSecret> {
  const { name, kind, projectId } = wanted;
  if (kind !== 'holdpoint' && projectId === null)
    return { kind: 'refused', because: 'Say which project it speaks of: its webhooks name none.' };
  if ((await allSources()).length >= mostSources)
    return { kind: 'refused', because: `There are ${mostSources} sources already. Revoke those that nobody uses.` };
  const id = sourceIdOf(name);
  const secrets = newSecrets(id);
  const source: Source = {
    ...{ id, name, kind, projectId, createdAt: acting.now, rotatedAt: null, revokedAt: null },
    secrets: [{ value: secrets.secret, until: null }],
    gateTokens: [{ value: sha256(secrets.gateToken), until: null }],
  };
  if (!(await addSource(source)))
    return { kind: 'refused', because: `There is, or was, a source called ${id}. Give this one another name.` };
  await enter('source-created', source, acting, `${name} may now send deliveries.`);
  return shown(source, secrets);
}

/** @param overlapHours how long the secret before still counts */
export async function rotateSource(id: string, overlapHours: number, acting: Acting): Promise<SourceSecret> {
  const source = await sourceById(id);
  if (source === null || source.revokedAt !== null)
    return { kind: 'refused', because: 'This source was revoked. Make a new one.' };
  const secrets = newSecrets(id);
  const next = rotated(source, {
    ...{ secret: secrets.secret, gateToken: sha256(secrets.gateToken) },
    ...{ now: acting.now, overlapUntil: plus(acting.now, overlapHours * hour) },
  });
  await replaceSource(next);
  await enter(
    'source-rotated',
    next,
    acting,
    `${source.name} has a new secret; the one before counts for ${hours(overlapHours)}.`,
  );
  return shown(next, secrets);
}

/** From now on nothing of it is taken. @returns false where there is none */
export async function revokeSource(id: string, acting: Acting): Promise<boolean> {
  const source = await sourceById(id);
  if (source === null) return false;
  if (source.revokedAt !== null) return true;
  const next = { ...source, revokedAt: acting.now, secrets: [], gateTokens: [] };
  await replaceSource(next);
  await enter('source-revoked', next, acting, `${source.name} may no longer send deliveries.`);
  return true;
}

function hours(count: number): string {
  if (count === 0) return 'no longer';
  return count === 1 ? '1 more hour' : `${count} more hours`;
}

function newSecrets(id: string): { secret: string; gateToken: string } {
  return { secret: newSecret(), gateToken: `hpg.${id}.${newSecret()}` };
}

async function shown(source: Source, { secret, gateToken }: { secret: string; gateToken: string }): Promise<SourceSecret> {
  if (source.kind !== 'holdpoint') {
    const webhookUrl = await webhookAddress(source);
    return { kind: 'made', id: source.id, connection: null, webhookSecret: secret, webhookUrl };
  }
  const addresses = await Promise.all(connectionTriggers.map(async (key) => [key, await webTriggerAddress(key)] as const));
  const urls = connectionSchema.shape.urls.parse(Object.fromEntries(addresses));
  const connection = connectionText({ source: source.id, secret, gateToken, urls });
  return { kind: 'made', id: source.id, connection, webhookSecret: null, webhookUrl: null };
}

/** The address to enter at GitHub or GitLab; null for a source that signs our way. */
export async function webhookAddress({ kind, id }: Pick<Source, 'kind' | 'id'>): Promise<string | null> {
  return kind === 'holdpoint' ? null : `${await webTriggerAddress(kind)}?source=${id}`;
}

async function enter(what: string, source: Source, { accountId, now }: Acting, sentence: string): Promise<void> {
  const { id, name, kind, projectId } = source;
  await appendEntry(siteChain, {
    ...{ at: now, kind: what, subject: `source:${id}`, entryKey: `${what}:${id}:${now}` },
    actor: { kind: 'person', pseudonym: await pseudonymOf(accountId, newId()) },
    settings: null,
    body: { schema: 1, source: { id, name, kind, projectId }, sentence },
    evidence: null,
  });
}
