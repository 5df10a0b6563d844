import { membersAtHead } from './json-head';

test.each([
  ['{"a":1,"b":{"c":[{"x":1}],"d":{"e":2}},"f":', ['a', 'b', 'b.c', 'b.d', 'f']],
  ['{"a":"\\"b\\":{","c":["d",{"e":{}}]', ['a', 'c']],
  [' \n{ "a" : { "b" : "cut o', ['a', 'a.b']],
  ['[{"a":1}]', []],
  ['}}}}{"a":1}', []],
  ['{'.repeat(10_000), []],
  ['"'.repeat(10_000), []],
])('%#: the members are found', (head, members) => {
  expect([...membersAtHead(head)]).toStrictEqual(members);
});
