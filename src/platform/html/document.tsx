import { type ComponentChildren, createContext, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { renderToString } from 'preact-render-to-string';
import type { AssetName, Assets } from './assets.ts';

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

/** The rendering round a component; a page that is not written by `renderDocument` is a fault. */
export function useRendering(): Rendering {
  const rendering = useContext(RenderingContext);
  if (!rendering) throw new Error('A page is written by renderDocument');
  return rendering;
}

/** The outermost element: language, title, style, scripts. Nothing is loaded from anywhere else. */
export function Document(props: {
  language: string;
  title: string;
  styles: 'public.css' | 'staff.css';
  scripts?: readonly AssetName[];
  bodyClass?: string;
  keys?: 'on' | 'off' | undefined;
  children: ComponentChildren;
}) {
  const { assets, nonce, theme } = useRendering();
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
}
