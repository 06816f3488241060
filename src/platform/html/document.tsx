import { type ComponentChildren, createContext, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { AssetName, Assets } from './assets.ts';
import { within } from './within.ts';

/** What one answer to one browser needs besides its page: where files are, the nonce of its policy, the chosen theme. */
export type Rendering = {
  readonly assets: Assets;
  readonly nonce?: string | undefined;
  readonly theme?: 'light' | 'dark' | undefined;
};

const RenderingContext = createContext<Rendering | undefined>(undefined);

/** Writes a page as text, with its doctype. Every word in it is escaped. */
export function renderDocument(page: VNode, rendering: Rendering): string {
  return `<!DOCTYPE html>${renderToString(<RenderingContext.Provider value={rendering}>{page}</RenderingContext.Provider>)}`;
}

/** The outermost element: language, title, style, scripts. Nothing is loaded from anywhere else. */
export const Document = within(RenderingContext, (props: DocumentProps, rendering) => {
  if (!rendering) throw new Error('A page is written by renderDocument');
  const { assets, nonce, theme } = rendering;
  return (
    <html lang={props.language} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <title>{props.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href={assets.url('mark.svg')} type="image/svg+xml" />
        <link
          rel="preload"
          href={assets.url('atkinson-latin.woff2')}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
        <link rel="stylesheet" href={assets.url(props.styles)} />
        {(props.scripts ?? []).map((name) => (
          <script key={name} type="module" src={assets.url(name)} nonce={nonce} />
        ))}
      </head>
      <body class={props.bodyClass} data-keys={props.keys}>
        {props.children}
      </body>
    </html>
  );
});

type DocumentProps = {
  readonly language: string;
  readonly title: string;
  readonly styles: 'public.css' | 'staff.css';
  readonly scripts?: readonly AssetName[];
  readonly bodyClass?: string;
  readonly keys?: 'on' | 'off' | undefined;
  readonly children: ComponentChildren;
};
