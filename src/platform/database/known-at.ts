import {
  AliasNode,
  type FromNode,
  IdentifierNode,
  type JoinNode,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type QueryId,
  type RootOperationNode,
  type SelectQueryNode,
  TableNode,
} from 'kysely';

/** Tables that have no second time: reference data, ids that walls ask, and what the house itself keeps. They are read as they are. */
const WITHOUT_HISTORY = new Set([
  'address_word', 'audit', 'audit_seal', 'barred', 'contact_person', 'draft', 'duplicate_watch', 'guarded_person', 'kept_search', 'look_watch', 'merge_rule', 'name_word', 'name_word_key', 'outbox', 'person_name_word', 'place_word', 'place_word_key', 'reference_counter', 'same_as', 'sight',
  'submission', 'timescale', 'wall', 'wall_name', 'working_day',
]); // biome-ignore format: a list reads as a list

/**
 * Asks a query as it would have been answered at an earlier instant, without the query being written again: each versioned table after
 * FROM or JOIN becomes its `_known` view. Names elsewhere in the query stay, because the view takes the table's name as its alias.
 *
 * `versioned` is read from the database when the program starts; a table that is in neither list stops the query, so that a forgotten
 * table never silently reads today.
 */
export function knownAtPlugin(versioned: ReadonlySet<string>): KyselyPlugin {
  return {
    transformQuery: ({ node, queryId }: PluginTransformQueryArgs): RootOperationNode =>
      new KnownAt(versioned).transformNode(node, queryId),
    transformResult: async ({ result }) => result,
  };
}

class KnownAt extends OperationNodeTransformer {
  readonly #versioned: ReadonlySet<string>;
  readonly #made = new Set<string>();

  constructor(versioned: ReadonlySet<string>) {
    super();
    this.#versioned = versioned;
  }

  protected override transformSelectQuery(node: SelectQueryNode, queryId?: QueryId): SelectQueryNode {
    for (const made of node.with?.expressions ?? []) this.#made.add(made.name.table.table.identifier.name);
    return super.transformSelectQuery(node, queryId);
  }

  protected override transformFrom(node: FromNode, queryId?: QueryId): FromNode {
    const from = super.transformFrom(node, queryId);
    return { ...from, froms: from.froms.map((source) => this.#source(source)) };
  }

  protected override transformJoin(node: JoinNode, queryId?: QueryId): JoinNode {
    const join = super.transformJoin(node, queryId);
    return { ...join, table: this.#source(join.table) };
  }

  #source(source: OperationNode): OperationNode {
    if (AliasNode.is(source))
      return {
        ...source,
        node: TableNode.is(source.node) ? this.#known(source.node) : source.node,
      } as AliasNode;
    if (!TableNode.is(source)) return source;
    const known = this.#known(source);
    return known === source
      ? source
      : AliasNode.create(known, IdentifierNode.create(source.table.identifier.name));
  }

  #known(table: TableNode): TableNode {
    const name = table.table.identifier.name;
    // Who may sign in is asked of today alone.
    if (table.table.schema?.name === 'directory') return table;
    if (this.#made.has(name) || WITHOUT_HISTORY.has(name)) return table;
    // A query inside a query has been through here by itself already.
    if (name.endsWith('_known') && this.#versioned.has(name.slice(0, -'_known'.length))) return table;
    if (!this.#versioned.has(name))
      throw new Error(`${name} is neither versioned nor declared to be without history`);
    return TableNode.create(`${name}_known`);
  }
}
