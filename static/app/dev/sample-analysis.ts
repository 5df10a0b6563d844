import type { AnalysisView } from '../../../src/contracts/analyses';
import type { DefectNominationsView, NominationsView } from '../../../src/contracts/nominations';

const days = (now: string, count: number): string => new Date(Date.parse(now) + count * 86_400_000).toISOString();

/** `project.html#/analysis/1`, with `?analysis=submitted` as it waits, and `?analysis=none` before anybody began. */
export function sampleAnalysis(now: string, wanted: string | null): AnalysisView {
  const isNone = wanted === 'none';
  const waits = wanted === 'submitted';
  const state = isNone ? 'none' : waits ? 'submitted' : 'draft';
  return {
    now,
    project: { id: '1', key: 'SHOP', name: 'Shop' },
    release: { id: '10001', name: '4.1.0', releaseDate: '2026-05-07' },
    state,
    sentence: waits
      ? 'The analysis of what escaped from 4.1.0 was submitted on 1 November 2026 and waits for approval. 14 of 152 defects escaped from it, as far as is known now.'
      : `${isNone ? 'Nobody has begun to analyse what escaped from 4.1.0' : 'The analysis of what escaped from 4.1.0 is a draft'}. 14 of 152 defects escaped from it, as far as is known now.`,
    revision: isNone ? 0 : 3,
    content: isNone
      ? { causes: [], actions: [] }
      : {
          causes: [
            {
              levels: [
                { because: 'No test pays twice with the same card', evidence: 'The list of payment tests' },
                { because: 'The gateway of the test stage forgets payments', evidence: 'Its settings, and a try by hand' },
              ],
            },
          ],
          actions: [
            {
              ...{
                what: 'Let the gateway of the test stage keep payments for a day',
                owner: 'a',
                due: days(now, 10).slice(0, 10),
              },
              ...{ check: 'No double payment escapes from 4.2.0', checkOn: days(now, 90).slice(0, 10) },
            },
          ],
        },
    authors: isNone ? [] : ['a'],
    events: waits ? [{ act: 'submitted', at: days(now, -1), who: 'a', because: null, known: { found: 150, escaped: 12 } }] : [],
    known: { found: 152, escaped: 14 },
    may: { write: !waits, decide: waits },
  };
}

export function sampleNominations(now: string): NominationsView {
  const event = { act: 'asked', at: days(now, -1), who: 'a', because: 'Refunds go to the wrong account' } as const;
  return {
    ...{ now, mayDecide: true, hidden: 0 },
    nominations: [
      {
        defect: { id: '1', key: 'SHOP-201', summary: 'Refund is paid twice', open: true, severity: 'S3' },
        state: 'asked',
        events: [event],
      },
    ],
  };
}

export function sampleDefectNominations(now: string): DefectNominationsView {
  return { now, mayNominate: true, releases: [{ id: '10001', name: '4.2.0' }], nominations: [] };
}
