import { Link } from './links.tsx';

/** The parts of one record, each a page of its own: links, so that no script is needed and no part hides an alert. */
export function RecordTabs(props: {
  tabs: readonly { readonly words: string; readonly href: string; readonly isCurrent: boolean }[];
}) {
  return (
    <nav class="c-tabs" aria-label="Parts of this record">
      <ul>
        {props.tabs.map((tab) => (
          <li key={tab.href}>
            <Link class="c-tabs__link" href={tab.href} isCurrent={tab.isCurrent}>
              {tab.words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
