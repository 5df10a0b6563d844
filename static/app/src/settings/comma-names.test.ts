import { namesOf } from './comma-names';

test.each([
  ['prod, live', ['prod', 'live']],
  ['prod,', ['prod']],
  [' , ,', []],
  ['pre prod ,prod, pre prod', ['pre prod', 'prod']],
])('%j are the names %j', (text, names) => {
  expect(namesOf(text)).toEqual(names);
});
