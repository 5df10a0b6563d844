/** A link type as Jira gives it: its name, and what is said of the issue on either side. */
export interface LinkTypeWords {
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
}

/** What links that say that two issues are duplicates are called inside Holdpoint, whatever the site calls them. */
export const duplicateLink = 'Duplicate';

/** "Duplicate" in languages of Jira. */
const stem = /duplica|dupliqu|dupliz|duplik|doublon|doppelt|dubblett|дублик|дублир|重复|重複|중복/iu;
/** It only may be one, or was found to be none. */
const doubt = /\b(?:not|no|non|may|might|maybe|perhaps|possibl[ey]|potential(?:ly)?|probabl[ey]|suspected|likely)\b/i;

/** Whether a link type says that one issue is a duplicate of the other. */
export function saysDuplicate({ name, inward, outward }: LinkTypeWords): boolean {
  const said = [name, inward, outward];
  return said.some((words) => stem.test(words)) && !said.some((words) => doubt.test(words));
}

/** The link type to make such links with: the one of Jira's own name, else the first that says so; null where the site has none. */
export function duplicateTypeOf<Type extends LinkTypeWords>(types: readonly Type[]): Type | null {
  const able = types.filter(saysDuplicate);
  return able.find(({ name }) => name === duplicateLink) ?? able[0] ?? null;
}

/** Jira says a type's outward words of the issue that duplicates; some sites have the words the other way round. */
export function isReversed({ inward, outward }: LinkTypeWords): boolean {
  const passive = /\bduplicated\b/i;
  return passive.test(outward) && !passive.test(inward);
}
