import type { ComponentChildren } from 'preact';
import { Link } from '../links.tsx';
import { PublicPage, type PublicWords } from '../public-page.tsx';
import { type Place, StaffPage, type StaffPageProps } from '../staff-page.tsx';

// Every name, number and word of the gallery is invented; telephone numbers are from the range kept for fiction.

const PLACES: readonly Place[] = ['hub', 'children', 'my work', 'team', 'insight', 'directory'];

export const KEYS = [
  { caps: ['j', 'k'], words: 'down, up' },
  { caps: ['Enter'], words: 'open' },
  { caps: ['r'], words: 'rate' },
  { caps: ['a'], words: 'take it' },
  { caps: ['?'], words: 'all keys, or turn them off' },
];

/** A staff page of the gallery, as the hub manager sees it. */
export function GalleryStaffPage(
  props: Pick<StaffPageProps, 'title' | 'children'> &
    Partial<Pick<StaffPageProps, 'toast' | 'band' | 'place'>>,
) {
  return (
    <StaffPage
      place="hub"
      mayFind
      formToken=""
      places={PLACES.map((place) => ({ place, href: `/${place.replace(' ', '-')}` }))}
      viewer={{
        name: 'Cleo Fathom',
        roleTitle: 'Hub manager',
        initials: 'CF',
        menu: <Link href="/account">Account</Link>,
      }}
      demonstration="Demonstration island. Every person, address and number here is invented."
      todayLabel="Wednesday 3 March 2027, 14:02"
      keys={{ on: true, lines: KEYS, settingHref: '/account/keys' }}
      footerLinks={[
        { href: '/help', words: 'Help' },
        { href: '/keyboard-shortcuts', words: 'Keyboard shortcuts' },
        { href: '/accessibility', words: 'Accessibility' },
        { href: '/what-is-recorded', words: 'What is recorded when you look' },
      ]}
      {...props}
    />
  );
}

const WORDS: PublicWords = {
  service: 'Children’s services for the island',
  skip: 'Skip to the page',
  languages: 'Languages',
  change: 'change',
  leave: 'Leave this page',
  errorPrefix: 'Error:',
  danger: 'Is a child in danger right now?',
  footer: {
    title: 'Children and Families Hub',
    telephone: '01632 960100',
    hours: ['Monday to Thursday, 8:30am to 5pm', 'Friday, 8:30am to 4:30pm'],
    note: 'At other times a duty social worker answers through the police on 01632 960112.',
    columns: [
      {
        title: 'Other ways to read this',
        links: [
          { href: '/easy-read', words: 'Easy read' },
          { href: '/printed-forms', words: 'Printed forms' },
          { href: '/interpreter', words: 'Ask for an interpreter' },
        ],
      },
      {
        title: 'About this service',
        links: [
          { href: '/privacy', words: 'What we do with what you tell us' },
          { href: '/accessibility', words: 'Accessibility' },
          { href: '/thanks-and-complaints', words: 'Thank us or complain' },
        ],
      },
    ],
  },
};

/** A public page of the gallery. */
export function GalleryPublicPage(props: {
  title: string;
  layout: 'front' | 'question';
  children: ComponentChildren;
}) {
  return (
    <PublicPage
      language="en"
      languages={[
        { code: 'en', name: 'English', href: '?language=en' },
        { code: 'pt', name: 'Português', href: '?language=pt' },
        { code: 'pl', name: 'Polski', href: '?language=pl' },
        { code: 'ro', name: 'Română', href: '?language=ro' },
      ]}
      telephones={[
        { words: 'Call', number: '999' },
        { words: 'Talk to us:', number: '01632 960100' },
        { words: 'Evenings and weekends:', number: '01632 960112' },
      ]}
      leaveHref="/leave"
      words={WORDS}
      {...props}
    />
  );
}
