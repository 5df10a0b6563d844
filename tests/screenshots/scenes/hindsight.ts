import { pageOf } from '../stage';
import type { Scene } from './scene';

/** A release was let in with a minor defect, which turns out to be an S1. */
export const hindsight: Scene = {
  name: 'hindsight',
  async set(stage) {
    const versionId = await stage.release('4.5.0', '2026-12-10');
    const fields = { summary: 'Saved carts of guests are shown to others', fixVersions: [{ id: versionId }] };
    const { key } = await stage.issue('qa', 'Bug', fields, { 'Defect severity': 'S3', 'Detected in': 'Test' });
    await stage.sandbox.until('SHOP', versionId, 'production', 'open');
    await stage.sandbox.advance('20m');
    await stage.edit(key, {}, { 'Defect severity': 'S1' });
    await stage.sandbox.until('SHOP', versionId, 'production', 'held');
    return { path: pageOf('decisions?hindsight=turned'), sign: '.turned', part: '.turned' };
  },
};
