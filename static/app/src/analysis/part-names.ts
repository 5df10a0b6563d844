import type { AnalysisPart } from '../../../../src/contracts/analysis-page';

export const partNames: Readonly<Record<AnalysisPart, string>> = {
  ...{ backlog: 'Backlog', aging: 'Aging', repair: 'Repair', flow: 'Flow' },
};
