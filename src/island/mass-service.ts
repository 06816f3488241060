type Drawing = {
  id(kind: string): string;
  draw(purpose: string, of: string): string;
  recorded(instant: string): string;
};

const VISITS = 4;
const NOTES = 3;

/**
 * What one in three of the mass had behind them before the months that are counted: a period of service with a worker, visits and notes,
 * ended long ago. Tables of what is open are to be looked through beside as much that is not.
 */
export function servedLongAgo({ id, draw, recorded }: Drawing): readonly string[] {
  const worker = `(array(select h.staff_id from post_holding h join post on post.id = h.post_id and post.role = 'social worker' and h.until_on is null order by 1))`;
  const numbered = (kind: string) => `md5(${id(kind)}::text || n)::uuid`;
  const [person, period] = [id('person'), id('period')];
  const at = (day: string) => recorded(`(${day})::timestamp + time '10:00'`);
  const on = `(m.served_on + n * 25)`;
  return [
    'alter table making add column served_on date, add column served_by uuid',
    `update making m set served_on = m.told_on - 1500, served_by = (s.workers)[${draw('served by', 'cardinality(s.workers)')}]
      from (select ${worker} as workers) s
      where cardinality(s.workers) > 0 and ${draw('served', '3')} = 1 and exists (select from person p where p.id = ${person} and p.born_on < m.told_on - 1500)`,
    `insert into period_of_service (id, person_id, kind, basis, basis_words, began_on, began_by, ended_on, ended_by, ended_reason, ended_words, recorded_at)
      select ${period}, ${person}, 'in need', 'decided', 'Needed help at home.', m.served_on, m.served_by, m.served_on + 120, m.served_by,
        'no longer in need', 'Help was no longer needed.', ${at('m.served_on + 120')} from making m where m.served_on is not null`,
    `insert into allocation (id, person_id, staff_id, kind, from_on, ended_on, ended_by, recorded_at)
      select ${id('allocation')}, ${person}, m.served_by, 'worker', m.served_on, m.served_on + 120, m.served_by, ${at('m.served_on + 120')}
      from making m where m.served_on is not null`,
    `insert into visit (id, visited_on, visited_time, place, manner, visited_by, words, recorded_at)
      select ${numbered('visit')}, ${on}, '15:00', 'home', 'planned', m.served_by, 'Talked about school and home.', ${at(on)}
      from making m, generate_series(1, ${VISITS}) n where m.served_on is not null`,
    `insert into visit_child (id, visit_id, person_id, seen, alone, bedroom_seen, said, recorded_at)
      select ${numbered('seen')}, ${numbered('visit')}, ${person}, true, true, false, 'It is better now.', ${at(on)}
      from making m, generate_series(1, ${VISITS}) n where m.served_on is not null`,
    `insert into case_note (id, kind, happened_on, words, written_by, recorded_at)
      select ${numbered('note')}, 'telephone', ${on}, 'Rang the school.', m.served_by, ${at(on)}
      from making m, generate_series(1, ${NOTES}) n where m.served_on is not null`,
    `insert into case_note_child (id, case_note_id, person_id, recorded_at)
      select ${numbered('noted')}, ${numbered('note')}, ${person}, ${at(on)}
      from making m, generate_series(1, ${NOTES}) n where m.served_on is not null`,
  ];
}
