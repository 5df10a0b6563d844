import { defaultFlow, fromFlowFilters, toFlowFilters, type FlowFilters } from './flow-filters';

test.each<FlowFilters>([
  defaultFlow,
  { range: 'all', by: 'age', hidden: [], asShare: true },
  { range: '30', by: 'status', hidden: ['10001', 'other-new'], asShare: false },
])('%j is found again in its address', (filters) => {
  expect(toFlowFilters(new URLSearchParams(fromFlowFilters(filters).toString()))).toEqual(filters);
});

test('what the screen chooses itself is not part of the address', () => {
  expect(fromFlowFilters(defaultFlow).toString()).toBe('');
});

test('an address that nobody made is the usual view', () => {
  expect(toFlowFilters(new URLSearchParams('range=7&by=mood&hide=<b>&as=pie'))).toEqual(defaultFlow);
});
