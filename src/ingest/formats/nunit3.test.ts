import { nunit3 } from './nunit3';
import { numbers, readWith, sample } from './sample.fixture';

test('cases, labels, a fixture that could not begin, one that could not clean up, an assembly that did not load', () => {
  const { tally, lines, cases } = readWith(nunit3, sample('nunit3/console.xml'), 100);
  // NUnit counts 11 tests; the clean-up and the assembly are two more here.
  expect(numbers(tally)).toStrictEqual([13, 4, 1, 5, 3, 0, 1.253]);
  expect(lines).toStrictEqual([
    'Shop.CartTests | Adds("a(b.c",2,4) | failed | Expected: 4\n  But was:  3',
    'Shop.CartTests | Throws | errored | System.NullReferenceException : no cart',
    'Shop.CartTests | Ignored | skipped | ',
    'Shop.CartTests | OnlyByHand | skipped | ',
    'Shop.CartTests | Unclear | skipped | ',
    'Shop.OrderTests | Pays | errored | OneTimeSetUp: System.Exception : no database',
    'Shop.OrderTests | Ships | errored | OneTimeSetUp: System.Exception : no database',
    'Shop.StockTests | StockTests | errored | TearDown : System.IO.IOException : file in use',
    "/build/shop/Old.Tests.dll | Old.Tests.dll | errored | Could not load file or assembly 'Old'.",
  ]);
  expect(cases[1]?.trace).toBe('at Shop.CartTests.Adds(String a, Int32 b, Int32 sum) in /build/shop/CartTests.cs:line 17');
});

test.each([
  ['result="Failed:Error"', 'errored'],
  ['result="Failed"', 'failed'],
  ['result="Failed" label="Cancelled"', 'errored'],
  ['result="Skipped:Ignored"', 'skipped'],
  ['result="Unheard"', 'errored'],
  ['runstate="Runnable"', 'skipped'],
])('<test-case %s>', (attributes, ending) => {
  const text = `<test-run><test-suite name="a"><test-case name="b" fullname="N.C.b" ${attributes}/></test-suite></test-run>`;
  expect(readWith(nunit3, text).cases).toMatchObject([{ name: 'b', className: 'N.C', ending }]);
});

test('a run that failed without a failing test has not passed', () => {
  expect(readWith(nunit3, '<test-run result="Failed"/>').lines).toStrictEqual([' | test run | errored | ']);
});
