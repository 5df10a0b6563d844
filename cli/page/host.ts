import './parse-without-eval';
import { answersFrom } from './answers';
import { pageDataSchema } from './page-data';

/** Runs in the page, before its screens: they find here who answers them. The build puts both into one document. */
Object.assign(globalThis, { holdpointAnswers: (data: unknown) => answersFrom(pageDataSchema.parse(data)) });
