import fc from 'fast-check';
import { now } from '../gates.fixture';
import { checkOnRecord, checkStanding, lastSaid } from './check';
import type { Check, CheckAsked } from './check';
import { confirmCheck, withdrawCheck } from './machine';
import type { ConfirmFacts } from './machine';
import { proofOf } from './proof';

/** Says at least this. */
const saying = (text: string): unknown => expect.stringContaining(text);

const asked: CheckAsked = { role: 'Support', evidence: 'text', hours: null };
const place = {
  ...{ projectId: '1', version: { id: '10', name: '4.2.0' }, stage: { key: 'production', name: 'Production' } },
  name: 'Support team briefed',
};
const facts = (parts: Partial<ConfirmFacts> = {}): ConfirmFacts => ({
  ...{ who: 'tess', inRole: true, authorship: null, asked, evidence: 'Whole hotline briefed yesterday, slides attached' },
  ...{ seen: ['411'], builds: ['411'], now },
  ...parts,
});
function confirmed(before: Check | null = null, parts: Partial<ConfirmFacts> = {}): Check {
  const outcome = confirmCheck(place, before, facts(parts));
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome.check;
}
const standing = (check: Check, builds = ['411'], at = now) => checkStanding(lastSaid(check), asked, builds, at).kind;

test('somebody in the role confirms it, for the builds that are judged', () => {
  expect(confirmed()).toMatchObject({
    state: 'confirmed',
    events: [{ act: 'confirmed', at: now, who: 'tess', role: 'Support', form: 'text', builds: ['411'] }],
  });
  expect(standing(confirmed())).toBe('confirmed');
  expect(standing(confirmed(), ['412'])).toBe('other-builds');
});

test.each<[string, Partial<ConfirmFacts>, string, string]>([
  ['who is not in the role', { inRole: false }, 'check', 'you are not in it'],
  ['where there is no such role', { inRole: null }, 'check', 'no role Support'],
  ['who worked on a fix', { authorship: 'fix' }, 'check', 'worked on a fix'],
  ['who wrote the policy', { authorship: 'policy' }, 'check', 'what gates ask for'],
  ['who looked at another build', { seen: ['410'] }, 'check', 'Meanwhile 411 is judged'],
  ['who shows nothing', { evidence: ' ' }, 'evidence', 'a yes needs evidence'],
  ['who says too little', { evidence: 'ok done' }, 'evidence', 'Say more'],
  ['who says too much', { evidence: 'briefed '.repeat(200) }, 'evidence', 'below 1000'],
])('%s is refused', (_, parts, field, message) => {
  expect(confirmCheck(place, null, facts(parts))).toEqual({ kind: 'refused', field, message: saying(message) });
});

test('what is confirmed is not confirmed again, unless another build is judged', () => {
  expect(confirmCheck(place, confirmed(), facts())).toMatchObject({ kind: 'refused', message: 'It is confirmed already.' });
  expect(confirmed(confirmed(), { seen: ['412'], builds: ['412'] }).events).toHaveLength(2);
});

test.each<[string, string | null]>([
  ['https://wiki.example.com/briefing?id=7', 'https://wiki.example.com/briefing?id=7'],
  ['  https://wiki.example.com ', 'https://wiki.example.com/'],
  ['http://wiki.example.com/', null],
  ['javascript:alert(1)', null],
  ['data:text/html,<script>1</script>', null],
  ['https://tess:secret@wiki.example.com/', null],
  ['/browse/SHOP-1', null],
  ['', null],
])('a link is an address that opens safely: %s', (text, kept) => {
  const proof = proofOf('link', text);
  expect(proof.kind === 'good' ? proof.evidence : null).toBe(kept);
});

test('it is taken back with a reason, by who gave it or somebody in the role', () => {
  const taking = { who: 'omar', inRole: true, because: 'The briefing was about 4.1.', now };
  expect(withdrawCheck(confirmed(), { ...taking, inRole: false }).kind).toBe('refused');
  expect(withdrawCheck(confirmed(), { ...taking, who: 'tess', inRole: false }).kind).toBe('done');
  expect(withdrawCheck(confirmed(), { ...taking, because: ' ' })).toMatchObject({ kind: 'refused', field: 'evidence' });
  const outcome = withdrawCheck(confirmed(), taking);
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  expect(standing(outcome.check)).toBe('withdrawn');
  expect(withdrawCheck(outcome.check, taking)).toMatchObject({ kind: 'refused', message: saying('nothing to take back') });
  expect(standing(confirmed(outcome.check))).toBe('confirmed');
});

test('a confirmation counts once the ledger has it; what was taken back is so at once', () => {
  const first = confirmed();
  expect(checkOnRecord(first, 0)).toBeNull();
  expect(checkOnRecord(first, 1)).toEqual(first);
  const anew = confirmed(first, { seen: ['412'], builds: ['412'] });
  expect(checkOnRecord(anew, 1)).toEqual(first);
  const back = withdrawCheck(anew, { who: 'tess', inRole: true, because: 'No.', now });
  if (back.kind === 'refused') throw new Error(back.message);
  expect(checkOnRecord(back.check, 2)?.state).toBe('withdrawn');
});

test('no sequence makes a check count but a confirmation of its builds by somebody in the role, with evidence, who has no hand in it', () => {
  const act = fc.record({
    what: fc.constantFrom('confirm', 'withdraw'),
    who: fc.constantFrom('tess', 'omar', 'rhea'),
    inRole: fc.constantFrom(true, false, null),
    authorship: fc.constantFrom(null, 'fix' as const, 'policy' as const),
    evidence: fc.constantFrom('', 'ok', 'Hotline briefed yesterday morning'),
    seen: fc.constantFrom(['411'], ['412'], []),
    builds: fc.constantFrom(['411'], ['412'], []),
    because: fc.constantFrom('', 'So.'),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 15 }), (acts) => {
      let check: Check | null = null;
      /** The builds of the last yes that may count; null where none does. */
      let good: readonly string[] | null = null;
      for (const { what, inRole, because, ...parts } of acts) {
        const before: Check | null = check;
        if (what === 'withdraw') {
          if (before === null) continue;
          const outcome = withdrawCheck(before, { who: parts.who, inRole: inRole === true, because, now });
          if (outcome.kind === 'refused') continue;
          [check, good] = [outcome.check, null];
        } else {
          const outcome = confirmCheck(place, before, facts({ ...parts, inRole }));
          if (outcome.kind === 'refused') continue;
          check = outcome.check;
          const may = inRole === true && parts.authorship === null && parts.evidence.length > 2;
          good = may && parts.seen.join() === parts.builds.join() ? parts.builds : null;
          expect(good).not.toBeNull();
        }
        expect(check.events.slice(0, -1)).toEqual(before?.events ?? []);
        for (const builds of [['411'], ['412'], ['411', '412']])
          expect(standing(check, builds) === 'confirmed').toBe(good !== null && builds.every((build) => good?.includes(build)));
      }
    }),
  );
});
