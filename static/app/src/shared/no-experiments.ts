/** Answers Atlaskit's questions for experiments of Atlassian's own products: none is on. Put in place by vite.config.ts. */
export default {
  checkGate: (): boolean => false,
  getExperimentValue: <Value>(_experiment: string, _parameter: string, otherwise: Value): Value => otherwise,
};
