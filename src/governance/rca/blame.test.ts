import { blameIn } from './blame';

test.each([
  'human error',
  'Human error.',
  'It was human error',
  'Due to a human error!',
  "Somebody's mistake",
  'just carelessness',
  'forgot',
  '[~accountid:557058:0a1b2c3d-0000-4000-8000-000000000001] did not test it',
  '[~dev] merged too early',
  '@ann merged too early',
  'merged by @ann.smith',
  'accountid:abc wrote it',
])('"%s" is no cause', (text) => {
  expect(blameIn(text)).toMatch(/^(A cause is no person|People err)/);
});

test.each([
  'The review checklist says nothing of human error in the form',
  'A step of the deployment is done by hand, and a mistake there is not noticed',
  'Mail to team@example.com bounced, so the alert reached nobody',
  'The gateway answered 500 and the client tried once',
  '',
])('"%s" may be one', (text) => {
  expect(blameIn(text)).toBeNull();
});
