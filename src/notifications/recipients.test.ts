import { contentOf, joined } from './content';
import type { Message } from './message';
import { anOccurrence, start } from './notifications.fixture';
import { peopleBehind, pseudonymsIn, recipientWords } from './recipients';
import type { Recipient } from './rules';

const facts = {
  ...{ owner: 'lea', assignee: 'dev', watchers: ['vic'], named: ['ivo'], approvers: ['boss', 'lea'], requesters: ['ash'] },
  ...{ roles: new Map([['qa', ['quin']]]), groups: new Map([['ops', ['olga']]]) },
};

test.each<[Recipient, string[], string]>([
  [{ kind: 'owner' }, ['lea'], 'the owner'],
  [{ kind: 'assignee' }, ['dev'], 'the assignee'],
  [{ kind: 'watchers' }, ['vic'], 'everyone who watches'],
  [{ kind: 'named' }, ['ivo'], 'those whom the ladder names'],
  [{ kind: 'approvers' }, ['boss', 'lea'], 'the approvers'],
  [{ kind: 'requester' }, ['ash'], 'who asked for it'],
  [{ kind: 'role', name: 'qa' }, ['quin'], 'the role qa'],
  [{ kind: 'role', name: 'no such' }, [], 'the role no such'],
  [{ kind: 'group', name: 'ops' }, ['olga'], 'the group ops'],
])('%j are those people, in those words', (recipient, people, words) => {
  expect([peopleBehind([recipient], facts), recipientWords(recipient)]).toEqual([people, words]);
});

test('who is two recipients is told once', () => {
  expect(peopleBehind([{ kind: 'owner' }, { kind: 'approvers' }], facts)).toEqual(['lea', 'boss']);
});

test('a message of several deferrals is for the approvers and requesters of all of them, each once', () => {
  const one = contentOf(anOccurrence({ approvers: ['a', 'b'], requesters: ['x'] }), []);
  const two = contentOf(anOccurrence({ approvers: ['b', 'c'], requesters: ['x'] }), []);
  const part = { rule: { id: 'r', name: 'Deferrals' }, subject: 's', to: [], channels: ['comment'] as const };
  const message: Message = {
    ...{ id: 'm', at: start, issueId: '1', digest: false },
    parts: [{ ...part, content: joined(one, two) }],
  };
  expect(pseudonymsIn(message, 'approvers')).toEqual(['a', 'b', 'c']);
  expect(pseudonymsIn(message, 'requesters')).toEqual(['x']);
  expect(pseudonymsIn(message, 'people')).toEqual([]);
});
