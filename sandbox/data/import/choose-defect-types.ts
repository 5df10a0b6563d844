import { ImportError } from './parse-export';

/** A work type of the export with every name it goes by there, and how many issues it has. */
export interface CountedType {
  readonly name: string;
  readonly names: readonly string[];
  readonly count: number;
}

/** What defects are called in several languages. */
const DEFECT_WORDS =
  /\bbugs?\b|\bdefects?\b|\bfaults?\b|缺陷|故障|错误|バグ|不具合|障害|버그|결함|fehler|störung|defecto|defeito|difetto|défaut|anomalie|\bbogue\b|ошибка|дефект|\bбаг\b|błąd|usterka|\bvirhe\b|\bfejl\b|\bhata\b/iu;

const isCalled = (type: CountedType, wanted: string): boolean =>
  type.names.some((name) => name.toLowerCase() === wanted.trim().toLowerCase());

const asked = (types: readonly CountedType[], wanted: readonly string[]): CountedType[] =>
  wanted.map((name) => {
    const found = types.find((type) => isCalled(type, name));
    if (found) return found;
    const present = types.map((type) => `${type.name} (${type.count})`).join(', ');
    throw new ImportError(`The export has no work type ${name}; it has ${present}.`);
  });

const recognised = (types: readonly CountedType[]): CountedType[] => {
  const bug = types.filter((type) => isCalled(type, 'Bug'));
  return bug.length > 0 ? bug : types.filter((type) => type.names.some((name) => DEFECT_WORDS.test(name)));
};

/** Which work types are taken for defects: those asked for, else Bug, else those whose name says so; with a sentence about it. */
export const chooseDefectTypes = (
  types: readonly CountedType[],
  wanted: readonly string[],
): { names: string[]; note: string } => {
  const chosen = [...new Set(wanted.length > 0 ? asked(types, wanted) : recognised(types))];
  const present = types.map((type) => `${type.name} (${type.count})`).join(', ');
  const taken = chosen.map((type) => `${type.name} (${type.count})`).join(', ');
  const start = chosen.length > 0 ? `Taken for defects: ${taken}.` : 'No work type looks like a defect.';
  return {
    names: [...new Set(chosen.map(({ name }) => name))],
    note: `${start} Work types of the export: ${present}. Choose others with --defect-type NAME.`,
  };
};
