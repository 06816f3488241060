import { createHash } from 'node:crypto';
import { servedLongAgo } from './mass-service.ts';

/** One statement of a batch, and what it is given besides the table `making`. */
export type MassStatement = {
  readonly text: string;
  readonly takes: readonly ('days' | 'given' | 'surnames' | 'today')[];
};

const RECORDED = (instant: string) => `set_config('app.recorded_at', (${instant})::text, true)::timestamptz`;

/** The statements that turn places in a row into children with a contact behind them. The same seed draws the same. */
export function massStatements(seed: string): readonly MassStatement[] {
  const salt = createHash('sha256').update(seed).digest().readInt32BE(0);
  // A draw is a hash of place, purpose and seed, so that no draw depends on the order of the rows.
  const draw = (purpose: string, of: string) =>
    `(1 + (hashtextextended(m.place || '${purpose}', ${salt}) & 9223372036854775807) % (${of}))::integer`;
  const id = (kind: string) => `md5('${salt} ${kind} ' || m.place)::uuid`;
  const among = (list: string, purpose: string) => `(${list})[${draw(purpose, `cardinality(${list})`)}]`;
  const told = `(m.told_on + time '08:40' + make_interval(mins => ${draw('minute', '470')})) at time zone 'Europe/Jersey'`;
  const signed = `m.told_at + make_interval(mins => 40 + ${draw('signed', '1200')})`;
  const answered = `m.signed_at + make_interval(mins => 5 + ${draw('answered', '2400')})`;
  const worker = among('m.workers', 'worker');
  return [
    ...preparing({ draw, among, told, signed, answered }),
    ...people({ id, draw, among }),
    ...contacts({ id, draw, worker }),
    ...servedLongAgo({ id, draw, recorded: RECORDED }).map((text) => ({ text, takes: [] })),
  ];
}

type Sql = Readonly<Record<'told' | 'signed' | 'answered', string>> & Pick<Drawing, 'draw' | 'among'>;
type Drawing = {
  id(kind: string): string;
  draw(purpose: string, of: string): string;
  among(list: string, purpose: string): string;
};

function preparing({ among, told, signed, answered }: Sql): readonly MassStatement[] {
  const column = (
    name: string,
    kind: string,
    value: string,
    takes: MassStatement['takes'] = [],
  ): readonly MassStatement[] => [
    { text: `alter table making add column ${name} ${kind}`, takes: [] },
    { text: `update making m set ${name} = ${value}`, takes },
  ];
  const hub = `array(select h.staff_id from post_holding h join post on post.id = h.post_id and post.role like '%hub worker' and h.until_on is null order by 1)`;
  return [
    ...column('told_on', 'date', among('$1::date[]', 'day'), ['days']),
    ...column('told_at', 'timestamptz', told),
    ...column('signed_at', 'timestamptz', signed),
    ...column('answered_at', 'timestamptz', answered),
    ...column('workers', 'uuid[]', hub),
  ];
}

function people({ id, draw, among }: Drawing): readonly MassStatement[] {
  const surname = `case when ${draw('double', '4')} = 1 then ${among('$2::text[]', 'surname')} || '-' || ${among('$2::text[]', 'second')} else ${among('$2::text[]', 'surname')} end`;
  const person = id('person');
  const recorded = RECORDED('m.told_at');
  return [
    {
      text: `insert into person (id, number, born_on, sex, recorded_at)
        select ${person}, m.number, m.told_on - ${draw('age', '6500')}, (array['F', 'M'])[${draw('sex', '2')}], ${recorded} from making m`,
      takes: [],
    },
    {
      text: `insert into person_name (id, person_id, kind, given_name, family_name, recorded_at)
        select ${id('name')}, ${person}, 'used', ${among('$1::text[]', 'given')}, ${surname}, ${recorded} from making m`,
      takes: ['given', 'surnames'],
    },
    {
      text: `insert into address (id, person_id, lines, parish, from_on, recorded_at)
        select ${id('home')}, ${person}, ${draw('door', '89')} || ' ' || ${among('$1::text[]', 'street')} || ' Lane', 'st-helier', m.told_on, ${recorded} from making m`,
      takes: ['surnames'],
    },
    {
      text: `insert into contact_details (id, person_id, kind, value, recorded_at)
        select ${id('telephone')}, ${person}, 'telephone', '07700 900' || lpad((${draw('number', '1000')} - 1)::text, 3, '0'), ${recorded} from making m`,
      takes: [],
    },
  ];
}

function contacts({
  id,
  draw,
  worker,
}: Pick<Drawing, 'id' | 'draw'> & { worker: string }): readonly MassStatement[] {
  const [contact, child, decision] = [id('contact'), id('child'), id('decision')];
  const year = `to_char(m.told_on, 'YY')`;
  return [
    {
      text: `insert into contact (id, reference, channel, source, about, told_at, told_on, words, answered_at, recorded_at)
        select ${contact}, 'C-' || ${year} || '-' || (100000 + m.place), 'request form', (array['2A', '3A', '3B', '6', '1A'])[${draw('source', '5')}], 'help',
          m.told_at, m.told_on, 'Told long ago, and answered.', m.answered_at, ${RECORDED('m.answered_at')} from making m`,
      takes: [],
    },
    {
      text: `insert into contact_history select h.* from making m join contact c on c.id = ${contact}
        cross join lateral jsonb_populate_record(null::contact_history,
          to_jsonb(c) || jsonb_build_object('answered_at', null, 'recorded_at', m.told_at, 'superseded_at', m.answered_at)) h`,
      takes: [],
    },
    {
      text: `insert into contact_child (id, contact_id, position, person_id, born_on, recorded_at)
        select ${child}, ${contact}, 1, ${id('person')}, null, ${RECORDED('m.told_at')} from making m`,
      takes: [],
    },
    {
      text: `insert into contact_rating (id, contact_id, colour, reason, rated_by, rated_at, recorded_at)
        select ${id('rating')}, ${contact}, (array['amber', 'green', 'green', 'blue'])[${draw('colour', '4')}], 'Rated long ago.', ${worker}, m.told_at, ${RECORDED('m.told_at')} from making m`,
      takes: [],
    },
    {
      text: `insert into decision (id, contact_id, contact_child_id, level_of_need, outcome, reason, advice_given, signed_by, signed_at, signed_on, recorded_at)
        select ${decision}, ${contact}, ${child}, ${draw('level', '2')}, 'advice and information', 'Decided long ago.', 'Advice was given.', ${worker},
          m.signed_at, (m.signed_at at time zone 'Europe/Jersey')::date, ${RECORDED('m.signed_at')} from making m`,
      takes: [],
    },
    {
      text: `insert into answer (id, contact_id, audience, why_not, made_by, made_at, recorded_at)
        select ${id('answer')}, ${contact}, 'referrer', 'asked not to be', ${worker}, m.answered_at, ${RECORDED('m.answered_at')} from making m`,
      takes: [],
    },
  ];
}
