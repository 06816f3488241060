import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../support/world.ts';

/** Run by `npm run prove -- G11` alone: fifty windows of twenty saves. Each change saves from two (src/platform/web). */
const EDITORS = Number(process.env['EDITORS'] ?? 0);
const SAVES = 20;

type Kept = {
  readonly kept: boolean;
  readonly version: number;
  readonly theirs?: { readonly words?: string };
};

describe.runIf(EDITORS > 0)('A text that many windows write at once', () => {
  let world: World;
  let nell: Worker;
  beforeAll(async () => {
    world = await openWorld();
    nell = await world.as('nell');
  });
  afterAll(() => world.close());

  const addressOf = (n: number) => `/drafts/${encodeURIComponent('call')}/00000000-0000-4000-8000-00000000000${n}`;
  const save = async (to: string, words: string, version: number): Promise<Kept> =>
    JSON.parse((await nell.post(to, { words, 'draft-version': String(version) })).body);
  const textOf = async (n: number) => {
    const [row] = await world.rows<{ words: string }>("select answers ->> 'words' as words from draft where subject_id = $1", [`00000000-0000-4000-8000-00000000000${n}`]);
    return row?.words ?? '';
  };
  const lost = (text: string) => {
    const there = new Set(text.split(' '));
    return Array.from({ length: EDITORS * SAVES }, (_, n) => `e${Math.floor(n / SAVES)}s${n % SAVES}`).filter((one) => !there.has(one)).length;
  };

  it('loses no save: whoever was late is shown what stands there, and adds to it', async () => {
    const to = addressOf(1);
    let [conflicts, shown] = [0, 0];
    await save(to, 'begin', 0);
    const editor = async (e: number) => {
      let [text, version] = ['begin', 1];
      for (let s = 0; s < SAVES; s += 1) {
        for (;;) {
          const mine = `${text} e${e}s${s}`;
          const answer = await save(to, mine, version);
          version = answer.version;
          if (answer.kept) { text = mine; break; }
          conflicts += 1;
          const theirs = answer.theirs?.words;
          if (theirs !== undefined) { shown += 1; text = theirs; }
        }
      }
    };
    await Promise.all(Array.from({ length: EDITORS }, (_, e) => editor(e)));
    const gone = lost(await textOf(1));
    console.log(`editors: ${EDITORS * SAVES} saves, ${gone} lost, ${conflicts} conflicts, ${shown} with both texts`);
    expect(gone).toBe(0);
    expect(conflicts).toBeGreaterThan(EDITORS);
    expect(shown).toBe(conflicts);
  }, 1_800_000);

  it('is lost where whoever is late writes over what stands there: the control shows that this can fail', async () => {
    const to = addressOf(2);
    await save(to, 'begin', 0);
    const editor = async (e: number) => {
      let version = 1;
      for (let s = 0; s < SAVES; s += 1) {
        const read = await textOf(2);
        for (let isKept = false; !isKept; ) {
          const answer = await save(to, `${read} e${e}s${s}`, version);
          version = answer.version;
          isKept = answer.kept;
        }
      }
    };
    await Promise.all(Array.from({ length: EDITORS }, (_, e) => editor(e)));
    const gone = lost(await textOf(2));
    console.log(`editors, control: ${gone} lost`);
    expect(gone).toBeGreaterThan((EDITORS * SAVES) / 2);
  }, 1_800_000);
}); // biome-ignore format: loops read in one line
