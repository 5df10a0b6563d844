/** What is masked before anything of an environment is stored. Plain data: a part of the settings document. */
export interface MaskingRules {
  /** Tokens, keys, passwords, session values, private keys, connection strings. */
  readonly secrets: boolean;
  readonly emails: boolean;
  readonly phones: boolean;
  readonly cards: boolean;
  readonly ibans: boolean;
  /** Social security numbers of the United States, and the patterns of `nationalIdPatterns`. */
  readonly nationalIds: boolean;
  /** Addresses of machines. Off by default: they say where a failure happened. */
  readonly ips: boolean;
  /** What is never masked: a whole value ("noreply@example.com"), or the domain of an address ("example.org", "*.example.org"). */
  readonly allow: readonly string[];
  /** Forms of national ids: 9 is a digit, A a letter, anything else is itself ("99-AA-9999"). See {@link patternProblem}. */
  readonly nationalIdPatterns: readonly string[];
  /** Words that are masked wherever they stand alone, in any case of letters: names of customers, code names. */
  readonly words: readonly string[];
}

/** Which rules hold where. An environment without rules of its own is masked by `standard`. */
export interface MaskingSettings {
  readonly standard: MaskingRules;
  /** By name of the environment, e.g. "staging". */
  readonly environments: Readonly<Record<string, MaskingRules>>;
}

/** Everything but addresses of machines. */
export const defaultMaskingRules: MaskingRules = {
  secrets: true,
  emails: true,
  phones: true,
  cards: true,
  ibans: true,
  nationalIds: true,
  ips: false,
  allow: [],
  nationalIdPatterns: [],
  words: [],
};

export const defaultMaskingSettings: MaskingSettings = { standard: defaultMaskingRules, environments: {} };

/** @param environment name of the environment that the text is stored for; null where none is known */
export function rulesFor(environment: string | null, settings: MaskingSettings): MaskingRules {
  if (environment === null || !Object.hasOwn(settings.environments, environment)) return settings.standard;
  return settings.environments[environment] ?? settings.standard;
}
