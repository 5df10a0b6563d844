import type { GateAnswer } from './gate-answer';
import { jsonLine, plain } from './plain-text';

/** For people: several lines. What comes from Jira cannot be taken for an order to the build server. */
export function gateText(answer: GateAnswer): string {
  const { state, sentence, reasons, defects, exitCode, jql, at, until, build, head } = answer;
  const lines = [`${state}: ${plain(sentence, 1000)}`];
  for (const { rule, value, limit, atLeast = false } of reasons) {
    const bound = atLeast ? 'at least' : 'at most';
    const figures = [value === null ? [] : [`is ${value}`], limit === null ? [] : [`${bound} ${limit}`]].flat().join(', ');
    lines.push(`  Rule ${plain(rule)}${figures === '' ? '' : `: ${figures}`}`);
  }
  if (defects !== null) {
    lines.push(defects.shown.length === 0 ? 'Defects: none that this account may see.' : 'Defects:');
    for (const { key, status, priority, assignee, summary } of defects.shown)
      lines.push(plain(`${key}  ${status}  ${priority ?? '-'}  ${assignee ?? 'nobody'}  ${summary}`, 200).replace(/^/, '  '));
    if (defects.more !== 0) lines.push(`  and ${defects.more ?? 'some'} more`);
  }
  if ((exitCode !== 0 || defects !== null) && jql !== null) lines.push(`Defects: ${plain(jql, 2000)}`);
  if (build !== null) lines.push(`Build judged: ${plain(build)}`);
  if (at !== null && until !== null) lines.push(`Decided ${plain(at)}, good until ${plain(until)}.`);
  if (head !== null) lines.push(`Ledger head: ${plain(head.hash)}`);
  return lines.join('\n');
}

/** For programs: one object on one line. */
export function gateJson(answer: GateAnswer): string {
  const { defects, ...rest } = answer;
  return jsonLine({ ...rest, defects: defects?.shown ?? null, moreDefects: defects === null ? null : defects.more });
}

/** For GitHub Actions: an annotation of the run. */
export function gateAnnotation({ exitCode, state, sentence, defects }: GateAnswer, title: string): string {
  const level = exitCode !== 0 ? 'error' : state === 'open' ? 'notice' : 'warning';
  const keys = (defects?.shown ?? []).slice(0, 10).map(({ key }) => key);
  const text = plain(sentence, 1000) + (keys.length === 0 ? '' : `\n${keys.join(', ')}`);
  return `::${level} title=${escaped(plain(title)).replace(/:/g, '%3A').replace(/,/g, '%2C')}::${escaped(text)}`;
}

function escaped(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
