import type { Prng } from '../prng';
import type { AdfDocument, AdfNode } from './adf';
import { adfDocument, bulletList, codeBlock, heading, orderedList, paragraph, strong, text } from './adf';
import type { Area, Condition, Fault, Subject } from './area';
import { areas } from './areas';
import { anywhere, browsers, inBrowser, markets } from './conditions';
import type { StackTrace } from './stack-traces';
import { stackTraceOf } from './stack-traces';

/** What is wrong, before anybody puts it into words: two reports of one incident are duplicates. */
export interface Incident {
  readonly area: Area;
  readonly subject: Subject;
  readonly fault: Fault;
  readonly trace: StackTrace | null;
  /** The circumstance that its first report names; null leaves it to chance. */
  readonly condition: Condition | null;
}

export interface Report {
  readonly incident: Incident;
  readonly title: string;
  readonly description: AdfDocument;
}

/** Where and when a reporter saw it. */
export interface Setting {
  readonly stage: string;
  readonly build: string;
  readonly severity: number;
}

export const incidentOf = (severity: number, prng: Prng): Incident => {
  const area = prng.weighted(areas);
  const choices = area.subjects.flatMap((subject) =>
    subject.faults.map((fault) => [{ subject, fault }, fittingness(fault[2], severity)] as const),
  );
  const { subject, fault } = prng.weighted(choices);
  // What only looks wrong leaves no trace.
  const traceChance = [0, 0.45, 0.4, 0.18, 0][fault[2]] ?? 0;
  return { area, subject, fault, trace: prng.chance(traceChance) ? stackTraceOf(area, prng) : null, condition: null };
};

/**
 * The incident of this subject, fault and circumstance, word for word as the areas have them.
 * @throws where the areas have no such words.
 */
export const incidentNamed = (name: string, wrong: string, phrase: string, prng: Prng): Incident => {
  for (const [area] of areas) {
    const subject = area.subjects.find((candidate) => candidate.name === name);
    const fault = subject?.faults.find((candidate) => candidate[0] === wrong);
    const condition = subject && conditionsOf(area, subject).find((candidate) => candidate[0] === phrase);
    if (subject && fault && condition) {
      return { area, subject, fault, trace: fault[2] === 1 ? stackTraceOf(area, prng) : null, condition };
    }
  }
  throw new Error(`the shop's areas have no words for: ${name} ${wrong} ${phrase}`);
};

/** Those of the subject's own world come up twice as often as what can happen anywhere. */
const conditionsOf = (area: Area, subject: Subject): readonly Condition[] => {
  const own = subject.backOffice?.conditions ?? area.conditions;
  return [...own, ...own, ...anywhere, ...(subject.backOffice ? [] : inBrowser)];
};

const fittingness = (weight: number, severity: number): number => {
  const distance = Math.abs(weight - severity);
  return distance === 0 ? 12 : distance === 1 ? 2 : 0.05;
};

const capitalised = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const titleOf = ({ subject, fault, area, trace }: Incident, phrase: string, prng: Prng): string => {
  const plain = plainTitle({ subject, fault }, phrase);
  const styles: (readonly [string, number])[] = [
    [plain, 60],
    [`${capitalised(phrase)}: ${inSentence(subject.name)} ${fault[0]}`, 18],
    [`${plain} (${prng.pick(markets)})`, phrase.includes('shop') || subject.backOffice ? 0 : 8],
    [`[${area.label}] ${subject.name} ${fault[0]}, ${phrase}`, 7],
  ];
  if (trace) styles.push([`${trace.headline} in ${trace.place}: ${inSentence(subject.name)} ${fault[0]} ${phrase}`, 45]);
  return prng.weighted(styles);
};

const openings = [
  'Seen while testing the release candidate.',
  'Reported by support, reproduced here.',
  'Found during exploratory testing.',
  'Came up in the nightly run.',
  'A customer called about this.',
  'Noticed on the monitoring board.',
];
const frequencies = [
  'Happens every time.',
  'Happens in about every third attempt.',
  'Seen twice so far.',
  'Happened once.',
  'Intermittent; more often in the evening.',
];
const asides = [
  'The build before does not do this.',
  'Clearing the cache does not help.',
  'Nothing suspicious in the access log.',
  'It looks similar to something we had last year.',
  'A second person has confirmed it.',
  'The customer sent a screenshot; it shows the same.',
];

const matching = (choices: readonly string[], words: readonly string[]): readonly string[] => {
  const fitting = choices.filter((choice) => words.some((word) => choice.includes(word)));
  return fitting.length > 0 ? fitting : choices;
};

const environmentOf = (setting: Setting, subject: Subject, phrase: string, prng: Prng): AdfNode => {
  const system = [`Environment: ${setting.stage}`, `Build: ${setting.build}`];
  if (subject.backOffice) return bulletList(system);
  const browser = prng.pick(matching(browsers, phrase.split(' ')));
  const market = phrase.includes('Dutch') ? 'the Netherlands' : phrase.includes('French') ? 'France' : prng.pick(markets);
  return bulletList([...system, `Browser: ${browser}`, `Shop: ${market}`]);
};

const descriptionOf = (incident: Incident, [phrase, step]: Condition, setting: Setting, prng: Prng): AdfDocument => {
  const { subject, fault, trace } = incident;
  const aside = prng.chance(0.45) ? [paragraph(text(prng.pick(asides)))] : [];
  const log = trace ? [heading('Log'), codeBlock(trace.language, trace.text)] : [];
  return adfDocument(
    paragraph(text(`${prng.pick(openings)} ${prng.pick(frequencies)}`)),
    heading('Steps to reproduce'),
    orderedList([...subject.steps, step]),
    paragraph(strong('Expected: '), text(fault[1])),
    paragraph(strong('Actual: '), text(`${subject.name} ${fault[0]}.`)),
    heading('Environment'),
    environmentOf(setting, subject, phrase, prng),
    ...aside,
    ...log,
  );
};

const plainTitle = ({ subject, fault }: Pick<Incident, 'subject' | 'fault'>, phrase: string): string =>
  `${subject.name} ${fault[0]} ${phrase}`;

/** One person's report of an incident, with a title that is not in `taken`; the title is added there. */
export const reportOf = (incident: Incident, setting: Setting, taken: Set<string>, prng: Prng): Report => {
  const conditions = conditionsOf(incident.area, incident.subject);
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const named = attempt === 0 ? incident.condition : null;
    const condition = named ?? prng.pick(conditions);
    const [second] = prng.pick(anywhere);
    // Large projects run out of plain sentences; a second circumstance keeps their titles apart.
    const phrase = attempt < 4 || second === condition[0] ? condition[0] : `${condition[0]}, ${second}`;
    const title = named ? plainTitle(incident, phrase) : titleOf(incident, phrase, prng);
    if (taken.has(title)) continue;
    taken.add(title);
    return { incident, title, description: descriptionOf(incident, condition, setting, prng) };
  }
  throw new Error(`no title left for ${incident.subject.name}: the project is too large for the grammar`);
};
