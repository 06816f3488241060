import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence } from '../../src/platform/audit/verify/verify.ts';
import type { World } from './world.ts';

/** A sealed row and the seal that it is in. */
export type Place = { readonly id: string; readonly seal: number };

/** What somebody who owns the database has before them: every sealed row in order, the seals that left the house, and where heads stand. */
export type Scene = {
  readonly world: World;
  readonly places: readonly Place[];
  readonly anchored: readonly { readonly seal: number; readonly line: number }[];
  readonly evidence: Evidence;
  readonly folder: string;
};

/** What a verification must name: any of these, as `row ID`, `seal NUMBER` or `head LINE`. And the evidence, if that was altered too. */
export type Expected = { readonly names: readonly string[]; readonly evidence?: Evidence };

/** One way of altering the audit at a place, as its owner, with every trigger off. */
export type Tampering = {
  readonly kind: string;
  alter(scene: Scene, place: number): Promise<Expected>;
};

/** Reads the scene as it stands. */
export async function sceneOf(world: World, evidence: Evidence, folder: string): Promise<Scene> {
  const places = await world.rows<Place>(
    'select i.id, s.n::int as seal from audit_seal s, unnest(s.ids) with ordinality i (id, place) order by s.n, i.place',
  );
  const lines = readFileSync(evidence.file, 'utf8').trim().split('\n');
  const anchored = lines.map((text, at) => ({ seal: Number(JSON.parse(text).seal), line: at + 1 }));
  return { world, places, anchored, evidence, folder };
}

const at = (scene: Scene, place: number): Place => {
  const found = scene.places[place % scene.places.length];
  if (found === undefined) throw new Error('nothing is sealed');
  return found;
};

/** The first seal from this one on whose head has left. */
const firstAnchored = ({ anchored }: Scene, seal: number) => {
  const found = anchored.find((one) => one.seal >= seal);
  if (found === undefined) throw new Error('the last head has not left');
  return found;
};

const CHANGES = [
  "act = act || 's'",
  "at = at - interval '1 hour'",
  'actor = gen_random_uuid()',
  'allowed = not allowed',
  "persons = persons || '00000000-0000-4000-8000-000000000000'::uuid",
  "ground = coalesce(ground || ' and more', 'none')",
  "field_classes = field_classes || 'reporter'::text",
];

async function changeRow({ world }: Scene, id: string, place: number): Promise<void> {
  await world.rows(`update audit set ${CHANGES[place % CHANGES.length]} where id = $1`, [id]);
}

/** What the sealer would have written, from a seal on up to another. In SQL, by the form of docs/audit.md. */
async function hashAgain({ world }: Scene, from: number, to: number): Promise<void> {
  await world.rows(`do $$
    declare one record; before bytea; made bytea; shape constant text := 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';
    begin
      select hash into before from audit_seal where n = ${from} - 1;
      before := coalesce(before, decode(repeat('00', 32), 'hex'));
      for one in select * from audit_seal where n between ${from} and ${to} order by n loop
        select string_agg(sha256(convert_to(json_build_array(a.id, a.xid::text, a.n, to_char(a.at at time zone 'UTC', shape), a.actor, a.session,
            a.request, a.act, a.subject_kind, a.subject_id, a.persons, a.field_classes, a.ground, a.allowed, a.decided_by)::text, 'UTF8')), '' order by i.place)
          into made from unnest(one.ids) with ordinality i (id, place) join audit a using (id);
        update audit_seal set previous = before, digests = made, hash = sha256(convert_to('continuum seal 2 ' || n || ' ' ||
          to_char(sealed_at at time zone 'UTC', shape) || ' ' || last_xid || ' ' || last_n || E'\\n', 'UTF8') || before || made)
          where n = one.n returning hash into before;
      end loop;
    end $$`);
}

const LAST = 1_000_000_000;

/** Writes the heads once more from a line on, as they would be now, each naming the one before it, signed with a key of one's own. */
async function forgeHeads(scene: Scene, from: number): Promise<Evidence> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const hashes = await scene.world.rows<{ n: number; hash: string }>(
    "select n::int, encode(hash, 'hex') as hash from audit_seal",
  );
  const now = new Map(hashes.map(({ n, hash }) => [n, hash]));
  const lines = readFileSync(scene.evidence.file, 'utf8').trim().split('\n');
  let previous = '';
  const forged = lines.map((text, index) => {
    const { signature: _, ...head } = JSON.parse(text);
    if (index + 1 >= from) {
      const body = JSON.stringify({ ...head, hash: now.get(head.seal), previous });
      const signature = sign(null, Buffer.from(body), privateKey).toString('base64');
      lines[index] = `${body.slice(0, -1)},"signature":"${signature}"}`;
    }
    previous = createHash('sha256')
      .update(lines[index] ?? '')
      .digest('hex');
    return lines[index];
  });
  const file = join(scene.folder, 'forged.jsonl');
  writeFileSync(file, `${forged.join('\n')}\n`);
  return { ...scene.evidence, file };
}

/** Ten ways of altering what was sealed. */
export const TAMPERINGS: readonly Tampering[] = [
  {
    kind: 'a row is changed',
    async alter(scene, place) {
      const { id } = at(scene, place);
      await changeRow(scene, id, place);
      return { names: [`row ${id}`] };
    },
  },
  {
    kind: 'a row is taken away',
    async alter(scene, place) {
      const { id } = at(scene, place);
      await scene.world.rows('delete from audit where id = $1', [id]);
      return { names: [`row ${id}`] };
    },
  },
  {
    kind: 'a row is put in',
    async alter(scene, place) {
      const [made] = await scene.world.rows<{ id: string }>(
        `insert into audit (id, xid, n, at, request, act, allowed, decided_by) overriding system value
         select gen_random_uuid(), xid, n, at, request, act, allowed, decided_by from audit where id = $1 returning id`,
        [at(scene, place).id],
      );
      return { names: [`row ${made?.id}`] };
    },
  },
  {
    kind: 'two rows change places',
    async alter(scene, place) {
      const one = at(scene, place);
      await scene.world.rows('alter table audit alter column n set generated by default');
      const other = at(scene, place + 1 + ((place * 7) % (scene.places.length - 1)));
      await scene.world.rows(
        `with swapped as (select a.id, b.xid, b.n from audit a join audit b on (a.id, b.id) in (($1::uuid, $2::uuid), ($2::uuid, $1::uuid)))
         update audit a set xid = s.xid, n = s.n from swapped s where s.id = a.id`,
        [one.id, other.id],
      );
      return { names: [`row ${one.id}`, `row ${other.id}`] };
    },
  },
  {
    kind: 'the end is cut off',
    async alter(scene, place) {
      const { seal } = at(scene, place);
      await scene.world.rows(
        'delete from audit where id in (select unnest(ids) from audit_seal where n >= $1)',
        [seal],
      );
      await scene.world.rows('delete from audit_seal where n >= $1', [seal]);
      return { names: [`seal ${seal}`] };
    },
  },
  {
    kind: 'a row is changed and everything after it hashed again',
    async alter(scene, place) {
      const { id, seal } = at(scene, place);
      await changeRow(scene, id, place);
      await hashAgain(scene, seal, LAST);
      return { names: [`seal ${firstAnchored(scene, seal).seal}`] };
    },
  },
  {
    kind: 'a seal is taken out with its rows',
    async alter(scene, place) {
      const { seal } = at(scene, place);
      await scene.world.rows(
        'delete from audit where id in (select unnest(ids) from audit_seal where n = $1)',
        [seal],
      );
      await scene.world.rows('delete from audit_seal where n = $1', [seal]);
      return { names: [`seal ${seal}`] };
    },
  },
  {
    kind: 'a row is changed and its own seal hashed again',
    async alter(scene, place) {
      const { id, seal } = at(scene, place);
      await changeRow(scene, id, place);
      await hashAgain(scene, seal, seal);
      const named = firstAnchored(scene, seal).seal === seal ? seal : seal + 1;
      return { names: [`seal ${named}`] };
    },
  },
  {
    kind: 'a seal is dated back',
    async alter(scene, place) {
      const { seal } = at(scene, place);
      await scene.world.rows("update audit_seal set sealed_at = sealed_at - interval '1 day' where n = $1", [
        seal,
      ]);
      return { names: [`seal ${seal}`] };
    },
  },
  {
    kind: 'everything is hashed again and the heads are forged',
    async alter(scene, place) {
      const { id, seal } = at(scene, place);
      await changeRow(scene, id, place);
      await hashAgain(scene, seal, LAST);
      const { line } = firstAnchored(scene, seal);
      return { names: [`head ${line}`], evidence: await forgeHeads(scene, line) };
    },
  },
];
