import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Decision } from '../../contracts/decisions';
import type { Answer } from '../../contracts/screen';
import { issueByKey, issuesById, versionsOf } from '../../defects/shell';
import type { StoredProject } from '../../defects/shell';
import { siteChain, verifyChain } from '../../governance';
import type { LedgerEntry } from '../../governance';
import { entriesAfter, findEntries, ledgerHead, peopleBehind, withEvidence } from '../../governance/shell';
import { viewerIsAdmin } from '../../platform/jira';
import { mayNothing, maySee } from '../access';
import type { Access } from '../access';
import { inTrouble, refused, shown } from '../answer';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';
import { csvLines } from './csv';
import { kindChoices } from './kinds';
import { idsIn } from './named-issues';
import type { Sight } from './named-issues';
import { csvHead, csvRow, decisionOf, exportedEntry } from './view-model';

const perPage = 50;

export async function decisions(request: BridgeRequest<'decisions'>, viewer: Viewer): Promise<Answer<BridgeView<'decisions'>>> {
  const opened = await openLedger(request, viewer);
  if (opened.kind !== 'open') return opened;
  const { ledger } = opened;
  const { project, chain, mayOpenSite } = ledger;
  const [head, versions, page] = await Promise.all([
    ledgerHead(chain),
    versionsOf(project.id),
    request.entry === null ? entriesFound(ledger, request, request.before, perPage) : oneEntry(chain, request.entry),
  ]);
  return shown({
    now: viewer.now,
    project: { id: project.id, key: project.key, name: project.name },
    decisions: await rowsOf(page.entries, ledger),
    next: page.next,
    versions: versions.map(({ id, name }) => ({ id, name })).reverse(),
    kinds: kindChoices(request.ledger, request.kind),
    head,
    mayOpenSite,
  });
}

export async function exportDecisions(
  request: BridgeRequest<'exportDecisions'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'exportDecisions'>>> {
  const opened = await openLedger(request, viewer);
  if (opened.kind !== 'open') return opened;
  return shown(await (request.format === 'json' ? exportJson : exportCsv)(opened.ledger, request));
}

const perExport = 100;
/** An answer to a screen may be 5 MB; entries with much evidence come in smaller steps. */
const mostCharacters = 1_500_000;

/** The whole chain in its order, from the entry after `next` on. */
async function exportJson(ledger: Ledger, { next }: BridgeRequest<'exportDecisions'>): Promise<BridgeView<'exportDecisions'>> {
  const head = await ledgerHead(ledger.chain);
  // What is appended meanwhile belongs to the next export: the file ends with its own head.
  const some = (await entriesAfter(ledger.chain, next ?? 0, perExport)).filter(({ seq }) => seq <= head.seq);
  const entries = await withEvidence(some);
  const sight = await sightOf(entries, ledger);
  const texts: string[] = [];
  let characters = 0;
  for (const entry of entries) {
    const text = JSON.stringify(exportedEntry(entry, sight));
    if (texts.length > 0 && characters + text.length > mostCharacters) break;
    texts.push(text);
    characters += text.length;
  }
  const done = some[texts.length - 1]?.seq ?? head.seq;
  return { text: texts.join(','), next: done < head.seq ? done : null, done, head };
}

/** What the filter leaves, newest first, from the entry before `next` on. */
async function exportCsv(ledger: Ledger, request: BridgeRequest<'exportDecisions'>): Promise<BridgeView<'exportDecisions'>> {
  const head = await ledgerHead(ledger.chain);
  const { entries, next } = await entriesFound(ledger, request, request.next, perExport);
  const rows = (await rowsOf(entries, ledger)).map(csvRow);
  const text = csvLines(request.next === null ? [csvHead, ...rows] : rows);
  return { text, next, done: next === null ? head.seq : head.seq - next + 1, head };
}

const perCheck = 300;

export async function verifyLedger(
  request: BridgeRequest<'verifyLedger'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'verifyLedger'>>> {
  const opened = await openLedger(request, viewer);
  if (opened.kind !== 'open') return opened;
  const { chain } = opened.ledger;
  const entries = await withEvidence(await entriesAfter(chain, request.after?.seq ?? 0, perCheck));
  const check = request.after === null ? verifyChain(entries) : verifyChain(entries, request.after);
  if (check.kind === 'broken') return shown({ kind: 'broken', seq: check.seq, because: check.because });
  const { seq: total } = await ledgerHead(chain);
  const place = { seq: check.seq, hash: check.head };
  return shown({ kind: 'whole', place, more: entries.length === perCheck, total, withheld: check.withheld });
}

/** A ledger that the viewer may read, and what of it. */
interface Ledger {
  readonly project: StoredProject;
  readonly chain: string;
  /** Which issues may be named. */
  readonly access: Access;
  readonly mayOpenSite: boolean;
}

type OpenLedger = { readonly kind: 'open'; readonly ledger: Ledger } | Exclude<Answer<never>, { kind: 'ok' }>;

/** The ledger of the site is for people who administer Jira, and names no issue: it belongs to no project whose rules would say to whom. */
async function openLedger(
  { projectId, ledger }: { projectId: string; ledger: 'project' | 'site' },
  viewer: Viewer,
): Promise<OpenLedger> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  const admin = await viewerIsAdmin();
  if (ledger === 'project')
    return { kind: 'open', ledger: { project, access, chain: project.id, mayOpenSite: admin.kind === 'ok' && admin.value } };
  if (admin.kind !== 'ok') return notOk(inTrouble(admin));
  if (!admin.value) return notOk(refused('For admins', 'Only people who administer Jira may read what concerns every project.'));
  return {
    kind: 'open',
    ledger: { project, access: { mayBrowse: false, levels: [], may: mayNothing }, chain: siteChain, mayOpenSite: true },
  };
}

function notOk(answer: Answer<never>): Exclude<Answer<never>, { kind: 'ok' }> {
  return answer.kind === 'ok' ? { kind: 'failed', title: 'Nothing to show', message: 'Reload the page.' } : answer;
}

/** The decisions about a release, newest first, as the viewer may see them. */
export async function decisionsAbout(
  { project, access }: Pick<Ledger, 'project' | 'access'>,
  versionId: string,
  before: number | null,
  most: number,
): Promise<{ decisions: Decision[]; next: number | null }> {
  const ledger = { project, access, chain: project.id, mayOpenSite: false };
  const filter = { versionId, issueKey: null, kind: null, from: null, to: null };
  const { entries, next } = await entriesFound(ledger, filter, before, most);
  return { decisions: await rowsOf(entries, ledger), next };
}

async function oneEntry(chain: string, seq: number): Promise<{ entries: LedgerEntry[]; next: null }> {
  const all = { subject: null, kind: null, issueId: null, from: null, to: null };
  const found = await findEntries(chain, { ...all, before: seq + 1 }, 1);
  return { entries: found.filter((entry) => entry.seq === seq), next: null };
}

type Filter = Pick<BridgeRequest<'decisions'>, 'versionId' | 'issueKey' | 'kind' | 'from' | 'to'>;

/** Entries that the filter leaves, newest first. */
async function entriesFound(
  { project, chain, access }: Ledger,
  { versionId, issueKey, kind, from, to }: Filter,
  before: number | null,
  most: number,
): Promise<{ entries: LedgerEntry[]; next: number | null }> {
  const issue = issueKey === null ? null : await issueByKey(project.id, issueKey);
  // An issue that the viewer may not see is one that is not there.
  if (issueKey !== null && (issue === null || !maySee(access, issue.securityLevel))) return { entries: [], next: null };
  const subject = versionId === null ? null : `version:${versionId}`;
  const query = { subject, kind, issueId: issue?.id ?? null, from, to };
  const found: LedgerEntry[] = [];
  let [place, more] = [before, true];
  while (more && found.length <= most) {
    const some = await findEntries(chain, { ...query, before: place }, most + 1);
    // The ledger finds subjects by how they begin: version 10 would bring 101 along.
    found.push(
      ...some.filter((entry) => subject === null || entry.subject === subject || entry.subject.startsWith(`${subject}/`)),
    );
    place = some.at(-1)?.seq ?? place;
    more = some.length > most;
  }
  const entries = found.slice(0, most);
  return { entries, next: found.length > most ? (entries.at(-1)?.seq ?? null) : null };
}

async function rowsOf(entries: readonly LedgerEntry[], ledger: Ledger) {
  const whole = await withEvidence(entries);
  const [sight, people] = await Promise.all([
    sightOf(whole, ledger),
    peopleBehind([...new Set(whole.flatMap(({ actor }) => (actor.kind === 'person' ? [actor.pseudonym] : [])))]),
  ]);
  return whole.map((entry) => decisionOf(entry, people, sight));
}

async function sightOf(entries: readonly LedgerEntry[], { project, access }: Ledger): Promise<Sight> {
  const ids = entries.flatMap(({ evidence }) => idsIn(evidence) ?? []);
  return { projectId: project.id, access, stored: await issuesById([...new Set(ids)]) };
}
