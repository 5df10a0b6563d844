import type { Decision } from '../../contracts/decisions';
import type { LedgerEntry } from '../../governance';
import { describe } from './describe';
import { maySeeAll, namedIssues } from './named-issues';
import type { Sight } from './named-issues';

/** An entry of the ledger as a row. @param people account ids by pseudonym; who is not among them was erased */
export function decisionOf(entry: LedgerEntry, people: ReadonlyMap<string, string>, sight: Sight): Decision {
  const { seq, at, kind, actor, app, settings, hash } = entry;
  const { issues, hidden, more } = namedIssues(entry.evidence, sight);
  const { facts, ...words } = describe(entry);
  return {
    ...{ seq, at, kind, app, settings, hash, issues, hidden },
    ...words,
    facts: more === 0 ? facts : [...facts, { label: 'Issues that are not listed', value: String(more) }],
    who:
      actor.kind === 'person'
        ? { kind: 'person', pseudonym: actor.pseudonym, accountId: people.get(actor.pseudonym) ?? null }
        : { kind: 'app', rule: actor.rule },
  };
}

/** An entry as it is exported: with its evidence only where the viewer may see every issue that it names. */
export function exportedEntry(entry: LedgerEntry, sight: Sight): LedgerEntry {
  const { evidence, ...said } = entry;
  return evidence !== undefined && evidence !== null && maySeeAll(evidence, sight) ? entry : said;
}

export const csvHead = ['seq', 'time', 'what', 'sentence', 'who', 'version', 'stage', 'settings', 'app', 'issues', 'hash'];

/** A row as cells of the CSV, in the order of its head. */
export function csvRow(decision: Decision): string[] {
  const { seq, at, title, sentence, version, stage, settings, app, hash } = decision;
  return [
    ...[String(seq), at, title, sentence, whoWords(decision.who), version?.name ?? '', stage ?? ''],
    ...[settings === null ? '' : String(settings), app, issueWords(decision), hash],
  ];
}

function whoWords(who: Decision['who']): string {
  if (who.kind === 'app') return 'Holdpoint';
  return who.accountId ?? 'a person whose data was erased';
}

function issueWords({ issues, hidden }: Decision): string {
  const keys = issues.map(({ key }) => key).join(' ');
  if (hidden === 0) return keys;
  return `${keys === '' ? '' : `${keys} `}(${keys === '' ? '' : 'and '}${hidden} that you may not see)`;
}
