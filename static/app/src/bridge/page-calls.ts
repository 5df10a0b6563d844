import './parse-without-eval';
import { invoke } from '@forge/bridge';
import type { z } from 'zod';
import {
  analysisCalls,
  type AnalysisCall,
  type AnalysisRequest,
  type AnalysisView,
} from '../../../../src/contracts/analysis-page';
import type { Answer } from '../../../../src/contracts/screen';
import { readAnswer, type Problem } from './call';

const calls: { readonly [Name in AnalysisCall]: { readonly view: z.ZodType<AnalysisView<Name>> } } = analysisCalls;
const damaged: Problem = {
  kind: 'failed',
  title: 'This page cannot be read',
  message: 'It may have been cut off on its way, or the browser is too old. Write it again, or open it in a newer browser.',
};

/** What the page of an export asks itself beside what the screens of the app ask. Never rejects. */
export async function askPage<Name extends AnalysisCall>(
  name: Name,
  request: AnalysisRequest<Name>,
): Promise<Answer<AnalysisView<Name>>> {
  try {
    return readAnswer(await invoke<unknown>(name, { ...request }), calls[name].view);
  } catch {
    return damaged;
  }
}
