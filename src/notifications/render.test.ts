import fc from 'fast-check';
import { contentOf } from './content';
import type { Message } from './message';
import { anOccurrence, start } from './notifications.fixture';
import { peopleToTell } from './recipients';
import type { PeopleFacts } from './recipients';
import { automationFacts, commentOf, mailOf } from './render';

function aMessage(sentence: string, name = 'Blockers'): Message {
  const content = contentOf(anOccurrence({ sentence }), ['10042']);
  const part = { rule: { id: 'r', name }, subject: 's', to: [{ kind: 'owner' }, { kind: 'watchers' }] as const, content };
  return { id: 'm', at: start, issueId: '20001', digest: false, parts: [{ ...part, channels: ['comment'] }] };
}

/** Every object of a document that has a type. */
function nodes(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(nodes);
  return 'type' in value ? [{ ...value }, ...inner] : inner;
}

const known = ['doc', 'paragraph', 'text', 'bulletList', 'listItem', 'mention', 'strong'];
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '{"type":"mention","attrs":{"id":"admin"}}',
    '[~accountid:admin] {code}',
    '&lt;b&gt;',
  ),
);

test('whatever stands in a text, the comment has it as text, and mentions only whom it should', () => {
  fc.assert(
    fc.property(hostile, hostile, (sentence, name) => {
      const found = nodes(commentOf(aMessage(sentence, name), ['dev']));
      expect(found.filter(({ type }) => !known.includes(String(type)))).toEqual([]);
      expect(found.filter(({ type }) => type === 'mention').map(({ attrs }) => attrs)).toEqual([{ id: 'dev' }]);
      expect(found.filter(({ type }) => type === 'text').every(({ text }) => typeof text === 'string' && text !== '')).toBe(true);
      if (sentence !== '') expect(found.some(({ text }) => text === sentence)).toBe(true);
    }),
  );
});

test('whatever stands in a text, the mail has no markup but its own', () => {
  fc.assert(
    fc.property(hostile, hostile, (sentence, name) => {
      const { htmlBody } = mailOf(aMessage(sentence, name));
      expect(htmlBody.replace(/<\/?(p|ul|li|strong)>/g, '')).not.toMatch(/[<>"']/);
    }),
  );
});

test('the subject of a mail and the text for Jira Automation are bounded', () => {
  const message = aMessage('x'.repeat(20_000));
  expect(mailOf(message).subject).toHaveLength(200);
  expect(JSON.stringify(automationFacts(message)).length).toBeLessThan(32_768);
});

test('who may not see the issue is told nothing, and nobody is told twice', () => {
  const facts: PeopleFacts = {
    ...{ owner: 'lea', assignee: null, watchers: ['lea', 'vic', 'dev'], named: ['ivo'], roles: new Map(), groups: new Map() },
    ...{ approvers: ['boss'], requesters: ['ash'] },
    mayBeTold: (accountId) => accountId !== 'vic',
  };
  expect(peopleToTell(aMessage('x'), 'comment', facts)).toEqual(['lea', 'dev']);
  expect(peopleToTell(aMessage('x'), 'mail', facts)).toEqual([]);
});
