import { defaultFlow, fromFlowFilters, readStages, toFlowFilters, type FlowFilters } from './flow-filters';

const stages = [
  { statuses: ['3', '10001'], name: 'In work: all & sundry' },
  { statuses: ['other-done'], name: null },
];

test.each<FlowFilters>([
  defaultFlow,
  { ...defaultFlow, range: 'all', by: 'age', hidden: [], asShare: true },
  { ...defaultFlow, range: '30', hidden: ['10001', 'other-new'] },
  { ...defaultFlow, from: '2026-10-01', to: '2026-11-02', zoom: ['2026-10-04', '2026-10-12'] },
  { ...defaultFlow, stages, without: ['rates', 'events'] },
])('%j is found again in its address', (filters) => {
  expect(toFlowFilters(new URLSearchParams(fromFlowFilters(filters).toString()))).toEqual(filters);
});

test('what the screen chooses itself is not part of the address', () => {
  expect(fromFlowFilters(defaultFlow).toString()).toBe('');
});

test('an address that nobody made is the usual view', () => {
  const strange = 'range=8&by=mood&hide=<b>&as=pie&from=2026-13-01&to=today&zoom=2026-10-04.x&stages=1:&without=all';
  expect(toFlowFilters(new URLSearchParams(strange))).toEqual(defaultFlow);
});

test.each(['', '3', '3~', '3~<b>', `${'3~'.repeat(14)}3`, '3:~4'])('“%s” names no stages', (text) => {
  expect(readStages(text)).toBeNull();
});
