import type { ComponentChild, Context } from 'preact';

/**
 * A component that is told what stands round it: the value of the nearest provider of a context.
 *
 * Preact's hooks would say the same, but they are called before and after every element of a page, and a page of cells written with them
 * stayed in memory until all of it was collected: whoever asked at that moment waited.
 */
export function within<Props, Value>(
  context: Context<Value>,
  write: (props: Props, value: Value) => ComponentChild,
): (props: Props) => ComponentChild {
  return Object.assign((props: Props, value?: unknown) => write(props, value as Value), {
    contextType: context,
  });
}
