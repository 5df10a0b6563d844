import type { AnalysisOverview } from '../../src/contracts/analysis-page';
import type { ProjectHistory } from '../../src/pages/charts/visible-history';
import type { PageData } from './page-data';
import { severityKey, severityNames } from './severities';

interface Facts {
  readonly data: PageData;
  readonly history: ProjectHistory;
  readonly project: AnalysisOverview['project'];
  /** What the parts come to. */
  readonly sentences: Readonly<Record<'backlog' | 'aging' | 'repair' | 'flow', string>>;
  readonly first: AnalysisOverview['first'];
}

/** What stands at the head of the page, and what it cannot say. */
export function overview({ data, history, project, sentences, first }: Facts): AnalysisOverview {
  const open = history.ended.reduce((sum, end) => sum + Number(!(end <= data.at)), 0);
  const since = history.created.reduce((earliest, moment) => Math.min(earliest, moment), data.at);
  const hasFlow = data.withChangelog > 0;
  const key = severityKey(data);
  return {
    ...{ title: data.title, at: new Date(data.at).toISOString(), since: new Date(since).toISOString(), project },
    ...{ issues: data.keys.length, open },
    verdicts: [
      { part: 'backlog', sentence: sentences.backlog, isDrawn: true },
      { part: 'aging', sentence: sentences.aging, isDrawn: true },
      { part: 'repair', sentence: sentences.repair, isDrawn: true },
      { part: 'flow', sentence: hasFlow ? sentences.flow : noFlow, isDrawn: hasFlow },
    ],
    first,
    severities: [...severityNames(data, key)].map(([severity, names]) => ({ severity, names })),
    severityNote: severityNote(data, key.untold),
    unknown: unknown(data),
    notes: [...data.notes, ...doubtful(data, history)],
  };
}

const noFlow = 'Not drawn: the export has no changelog, so it does not say where issues stood on past days.';

function severityNote({ severities, severityField }: PageData, untold: readonly string[]): string {
  const field = `the field “${severityField}”`;
  if (severities.every((name) => name === null))
    return `No issue has a value in ${field}, so all of them count as “Not set”. Another field can be named with --severity.`;
  if (untold.length > 0)
    return `The severity is ${field}. Nothing in the export says which of its values is worse (${untold.slice(0, 6).join(', ')}${untold.length > 6 ? ', …' : ''}), so these count as “Not set”.`;
  return `The severity is ${field} as it is in the export.`;
}

/** Where the status of an issue and its resolution contradict each other. */
function doubtful({ resolvedAfter }: PageData, { rows }: ProjectHistory): string[] {
  const differing = rows.filter(({ open }, n) => open === (resolvedAfter[n] ?? -1) >= 0).map(({ key }) => key);
  if (differing.length === 0) return [];
  const named = `${differing.slice(0, 3).join(', ')}${differing.length > 3 ? ', …' : ''}`;
  const which =
    differing.length === 1
      ? '1 issue is resolved in a status that is not done, or the reverse'
      : `${differing.length.toLocaleString('en')} issues are resolved in a status that is not done, or the reverse`;
  return [`${which} (${named}). This page goes by the status, as the app does; what the command prints goes by the resolution.`];
}

/** What an export never tells, and what this one does not. */
function unknown(data: PageData): AnalysisOverview['unknown'] {
  const { keys, withChangelog, people, summaryCut } = data;
  const without = keys.length - withChangelog;
  const hasPeople = people.length > 0;
  return [
    {
      what: 'Deployments, environments and releases',
      why: 'No export tells what ran where and when. So this page has no time to detect, no escapes and no DORA measures, and no markers in the flow.',
    },
    {
      what: 'A forecast',
      why: 'It needs the gates of a release, what blocks it now and how its blockers came and went. An export has none of these.',
    },
    {
      what: 'Severities of past days',
      why: 'Each issue counts on every day with the severity that it has in the export.',
    },
    ...(without === 0
      ? []
      : [
          {
            what:
              without === keys.length ? 'Where issues stood on past days' : `Where ${count(without, 'issue')} stood on past days`,
            why: `${without === keys.length ? 'The export has no changelog' : 'They have no changelog'}: only the present status is known. JSON with expand=changelog has it.`,
          },
        ]),
    ...(hasPeople ? [] : [{ what: 'Who has an issue', why: 'The export names nobody, so “nobody is assigned” says nothing.' }]),
    ...(summaryCut === null
      ? []
      : [{ what: 'Whole summaries', why: `They are cut after ${summaryCut} characters, to keep this page small.` }]),
  ];
}

const count = (n: number, what: string) => `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`;
