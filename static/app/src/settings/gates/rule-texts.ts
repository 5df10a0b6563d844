import type { RuleName } from './edit-gates';

interface RuleText {
  readonly name: string;
  /** What it is for, in one line. */
  readonly purpose: string;
}

type Texts = Partial<Readonly<Record<RuleName, RuleText>>>;

const defects: Texts = {
  'open-defects': {
    name: 'Open defects',
    purpose: 'Limits how many defects of a severity may be open, for all customers or those of one tier.',
  },
  'missing-severity': {
    name: 'Missing severities',
    purpose: 'Says which defects have no severity, apart from counting them as S1.',
  },
  'score-ceiling': { name: 'Heavy defects', purpose: 'Limits the open defects whose score is above a ceiling.' },
  'no-worse-than-last': {
    name: 'No worse than the release before',
    purpose: 'Compares the open defects with what the release before had at the same time.',
  },
  'escape-rate': {
    name: 'Escapes of the release before',
    purpose: 'Holds after a release of which too much escaped, until the analysis of the causes is approved.',
  },
};
const time: Texts = {
  'sla-breached': { name: 'Late defects', purpose: 'Limits the open defects that are past their resolution target.' },
  aging: { name: 'Old defects', purpose: 'Limits the open defects that are older than most were when they were closed.' },
  'freeze-violations': { name: 'Freeze', purpose: 'Limits what comes into the release after its freeze.' },
  'soak-time': { name: 'Soak time', purpose: 'Asks for some quiet hours in the stage before, without a new S1 or S2.' },
};
const evidence: Texts = {
  'unverified-fixes': { name: 'Verified fixes', purpose: 'Asks that fixes are shown to work in the stage before.' },
  'change-since': { name: 'No change since green', purpose: 'Asks that what ships is what ran green in the stage before.' },
  'promotion-order': { name: 'Order of stages', purpose: 'Asks that the release comes from the stage before.' },
  'train-members': { name: 'Together with its train', purpose: 'Asks that the other releases of its trains may go too.' },
  'rollback-readiness': { name: 'Way back', purpose: 'Asks that the release can be taken back from this stage.' },
};
const people: Texts = {
  'blockers-nominated': {
    name: 'Nominated blockers',
    purpose: 'Holds for defects that people named as blockers, whatever their severity.',
  },
  'deferrals-valid': { name: 'Deferrals in order', purpose: 'Asks that every deferral is approved and holds for long enough.' },
  'manual-check': {
    name: 'Check by people',
    purpose: 'Asks somebody in a role to confirm what cannot be worked out, with what shows it, for each build anew.',
  },
};
const texts: Partial<Readonly<Record<string, RuleText>>> = { ...defects, ...time, ...evidence, ...people };

interface Offered extends RuleText {
  readonly rule: RuleName;
}

/** The rules that can be added, by what they are about. */
export const ruleGroups: readonly { readonly title: string; readonly rules: readonly Offered[] }[] = [
  {
    title: 'Defects',
    rules: offered(defects, ['open-defects', 'missing-severity', 'score-ceiling', 'no-worse-than-last', 'escape-rate']),
  },
  { title: 'Time', rules: offered(time, ['sla-breached', 'aging', 'freeze-violations', 'soak-time']) },
  {
    title: 'Evidence',
    rules: offered(evidence, ['promotion-order', 'unverified-fixes', 'change-since', 'rollback-readiness', 'train-members']),
  },
  { title: 'People', rules: offered(people, ['manual-check', 'blockers-nominated', 'deferrals-valid']) },
];

function offered(of: Texts, rules: readonly RuleName[]): Offered[] {
  return rules.flatMap((rule) => {
    const text = of[rule];
    return text === undefined ? [] : [{ rule, ...text }];
  });
}

/** What a rule is for; empty where this screen does not know it. */
export function purposeOf(rule: string): string {
  return texts[rule]?.purpose ?? '';
}
