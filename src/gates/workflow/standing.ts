import type { TransitionRules } from '../../kernel/workflow-rules';
import { guardsOf } from '../attachment';
import type { Lock } from '../attachment';
import { bindingRules, defectChecks, moduleOf, ownModules, stageOf } from './own-rules';
import type { DefectCheck } from './own-rules';

/** What Holdpoint's rules on a transition come to. */
export interface Standing {
  /** By stage; null where a rule has none that can be read: it refuses everything. */
  readonly guards: readonly { readonly stage: string | null; readonly locks: readonly Lock[] }[];
  /** What it asks of a defect. */
  readonly checks: readonly DefectCheck[];
}

const nowhere = { workflow: { id: '', name: '' }, transition: { id: '', name: '' }, to: '' };

export function standingOf(rules: TransitionRules): Standing {
  const own = bindingRules(rules).map((rule) => ({ module: moduleOf(rule) ?? '', stage: stageOf(rule) }));
  const guards = guardsOf(nowhere, own).filter(({ locks }) => locks.length > 0);
  return {
    guards: guards.map(({ stage, locks }) => ({ stage, locks })),
    checks: defectChecks.filter((check) => own.some(({ module }) => module === ownModules[check])),
  };
}

const checkWords: Readonly<Record<DefectCheck, string>> = {
  deferral: 'lets a defect through only with an approved deferral',
  freeze: 'keeps a defect out of frozen releases',
  map: 'lets a defect through only as the transition map allows',
};

type Named = readonly { readonly key: string; readonly name: string }[];

/** What a transition does, as the end of a sentence that begins with its name: "is hidden while ...". */
export function standingWords({ guards, checks }: Standing, stages: Named): string {
  const said = [
    ...guards.map(({ stage, locks }) => guardWords(stages.find(({ key }) => key === stage)?.name ?? stage, locks)),
    ...checks.map((check) => checkWords[check]),
  ];
  return said.length === 0 ? 'is not guarded' : said.join('; ');
}

function guardWords(stage: string | null, locks: readonly Lock[]): string {
  const hidden = locks.includes('condition');
  if (stage === null) return `${hidden ? 'is hidden always' : 'refuses everything'}: a rule has no stage`;
  const held = `while the gate of ${stage} is held`;
  const [published, decided] = [locks.includes('published'), locks.includes('decided')];
  if (!published && !decided) return `is hidden ${held}, without a word why`;
  const refuses =
    published && decided
      ? 'refuses with the reason'
      : published
        ? 'refuses by the published verdict alone'
        : 'refuses by deciding anew alone';
  return hidden ? `is hidden ${held}, and ${refuses}` : `stays visible, and ${refuses} ${held}`;
}
