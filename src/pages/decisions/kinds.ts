/** What the ledger of a project holds, as people choose it in a filter. */
const ofProject: Readonly<Record<string, string>> = {
  'verdict-changed': 'Verdict changed',
  'released-while-held': 'Released while held',
  'version-changed': 'Version changed',
  'gates-changed': 'Gates of the project changed',
  'publication-repaired': 'Published verdict put right',
  'lock-removed': 'Lock removed',
  'lock-attached': 'Lock attached',
  repair: 'Store put right',
  'push-broke-rule': 'Commits break their rule',
  'deployed-while-held': 'Deployed while held',
  'rolled-back': 'Rolled back',
  'rollback-passed': 'Rollback let through',
  'defect-filed': 'Defect filed',
  'defect-reopened': 'Defect reopened',
  'closing-proposed': 'Closing proposed',
  'deferral-requested': 'Deferral asked for',
  'deferral-approved': 'Deferral approved',
  'deferral-refused': 'Deferral refused',
  'deferral-extended': 'Deferral extended',
  'deferral-expired': 'Deferral expired',
  'deferral-withdrawn': 'Deferral withdrawn',
  'deferral-fulfilled': 'Deferral fulfilled',
  'deferral-reinstated': 'Deferral reinstated',
  'hold-placed': 'Hold placed',
  'hold-lift-begun': 'Lifting a hold agreed to',
  'hold-lifted': 'Hold lifted',
  'hold-told': 'Owners told of a stopped line',
  'hold-not-told': 'Nobody told of a stopped line',
  'drill-started': 'Drill of stopping the line started',
  'drill-stopped': 'Drill: line would be stopped',
  'drill-told': 'Drill: owners told',
  'drill-not-told': 'Drill: nobody told',
  'drill-agreed': 'Drill: first of two agreed',
  'drill-over': 'Drill over',
  'drill-called-off': 'Drill called off',
  'drill-lapsed': 'Drill lapsed',
  'override-requested': 'Override asked for',
  'override-approved': 'Override approved',
  'override-refused': 'Override refused',
  'override-revoked': 'Override revoked',
  'override-voided': 'Override void',
  'override-expired': 'Override over',
  'override-lapsed': 'Override lapsed',
  'check-confirmed': 'Check confirmed',
  'check-withdrawn': 'Confirmation taken back',
  'freeze-begun': 'Release frozen',
  'freeze-ended': 'Freeze ended',
  'freeze-attempt': 'Put in after the freeze',
  'freeze-exception-requested': 'Freeze exception asked for',
  'freeze-exception-approved': 'Freeze exception approved',
  'freeze-exception-refused': 'Freeze exception refused',
  'freeze-exception-revoked': 'Freeze exception revoked',
  'freeze-exception-expired': 'Freeze exception over',
  'freeze-exception-lapsed': 'Freeze exception lapsed',
  'triage-decided': 'Decided in triage',
  'triage-lapsed': 'Decision lapsed',
  'triage-overdue': 'Decision overdue',
  'triage-escalated': 'Decision escalated',
  'triage-defaulted': 'Recommendation accepted',
  'triage-session-closed': 'Triage session closed',
  'behaviour-set': 'Behaviour in a stage set',
  'duplicate-linked': 'Linked as a duplicate',
  'duplicate-refused': 'Not a duplicate',
  'defects-merged': 'Defects merged',
  'owner-escalated': 'Taken to the next people',
  'origin-set': 'Origin of a defect set',
  'rolled-over': 'Moved to another release',
  'scope-changed': 'Scope of a release changed',
  'analysis-submitted': 'Analysis of escapes submitted',
  'analysis-approved': 'Analysis of escapes approved',
  'analysis-returned': 'Analysis of escapes returned',
  'blocker-asked': 'Nominated as a blocker',
  'blocker-granted': 'Blocker granted',
  'blocker-refused': 'Blocker refused',
  'defect-moved': 'Defect moved',
  'defect-not-moved': 'Defect could not be moved',
  'breach-followed': 'Release past its gate followed up',
  'breach-acknowledged': 'Release past its gate acknowledged',
};

/** What the ledger of the site holds. */
const ofSite: Readonly<Record<string, string>> = {
  'settings-saved': 'Settings saved',
  'person-erased': 'Personal data erased',
  'source-created': 'Source created',
  'source-rotated': 'Secret changed',
  'source-revoked': 'Source revoked',
  'workflow-changed': 'Workflow changed',
  'workflow-change-undone': 'Workflow change undone',
};

/** What entries of a kind are about; a kind that is not known yet gets its own name in plain letters. */
export function kindTitle(kind: string): string {
  return ofProject[kind] ?? ofSite[kind] ?? inWords(kind);
}

/** Kinds for the filter of a ledger; the one that is chosen is always among them. */
export function kindChoices(ledger: 'project' | 'site', chosen: string | null): { kind: string; title: string }[] {
  const known = Object.keys(ledger === 'site' ? ofSite : ofProject);
  const kinds = chosen === null || known.includes(chosen) ? known : [...known, chosen];
  return kinds.map((kind) => ({ kind, title: kindTitle(kind) }));
}

/** `lock-removed` and `changesSeen` as people write: "Lock removed", "Changes seen". */
export function inWords(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_.:]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
