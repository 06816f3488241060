import type { ComponentChildren } from 'preact';
import type { Problem } from '../../language/outcome.ts';
import type { AssetName } from './assets.ts';
import { Document } from './document.tsx';
import { WordMark } from './icons.tsx';
import { CoastDrawing } from './illustration.tsx';
import { DemonstrationNotice } from './notices.tsx';

/** The frame before anybody is known: signing in, having been signed out, a page that could not be shown. */
export function EntrancePage(props: {
  title: string;
  /** The notice of an authority that nobody reads, or null where it is real. */
  demonstration: string | null;
  problems?: readonly Problem[] | undefined;
  /** A wider panel, for a list of people to choose from. */
  wide?: boolean | undefined;
  /** A script of this page alone. */
  script?: AssetName | undefined;
  children: ComponentChildren;
}) {
  const wrong = (props.problems ?? []).length > 0;
  return (
    <Document
      language="en"
      title={`${wrong ? 'Error: ' : ''}${props.title} – Continuum`}
      styles="staff.css"
      scripts={['page.js', ...(props.script ? [props.script] : [])]}
      bodyClass="c-staff"
    >
      <a class="govuk-skip-link" href="#main">
        Skip to the page
      </a>
      <DemonstrationNotice words={props.demonstration} />
      <div class="c-sign-in">
        <header class="c-sign-in__head">
          <WordMark />
        </header>
        <main
          id="main"
          class={`c-sign-in__panel${props.wide ? ' c-sign-in__panel--wide' : ''}`}
          tabIndex={-1}
        >
          <h1 class="c-title">{props.title}</h1>
          {props.children}
        </main>
        <CoastDrawing />
      </div>
    </Document>
  );
}
