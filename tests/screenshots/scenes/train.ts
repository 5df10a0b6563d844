import { z } from 'zod';
import { bridgeCalls } from '../../../src/contracts/bridge';
import { pageOf } from '../stage';
import type { Scene } from './scene';

/** Releases of two projects go out together; one of them keeps the train. */
export const train: Scene = {
  name: 'train',
  async set(stage) {
    const { body } = await stage.sandbox.rest('admin', 'GET', '/rest/api/3/project/PAY');
    const other = await stage.release('2.6', '2026-11-13', z.object({ id: z.coerce.string() }).parse(body).id);
    const versionIds = [await stage.sandbox.versionId('SHOP', '4.2.0'), await stage.sandbox.versionId('SHOP', '4.1.3'), other];
    await stage.sandbox.advance('6m');
    const wish = { trainId: null, name: 'November checkout', versionIds, query: null };
    const saved = await stage.act('admin', 'saveTrain', bridgeCalls.saveTrain.view, wish);
    const { trainId } = z.object({ trainId: z.string() }).parse(saved);
    return { path: pageOf(`trains/${trainId}`), sign: '.train-verdict', who: 'admin' };
  },
};
