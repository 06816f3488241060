/** The names that pages use for files of `dist/assets`; the hashed names stand in its manifest. */
export type AssetName =
  | 'public.css'
  | 'staff.css'
  | 'page.js'
  | 'keys.js'
  | 'autosave.js'
  | 'toast.js'
  | 'leave.js'
  | 'passkey.js'
  | 'signed-out.js'
  | 'mark.svg'
  | 'atkinson-latin.woff2';

/** Finds the address of a built file, which carries a hash of its bytes and so may be kept for ever. */
export type Assets = { readonly url: (name: AssetName) => string };

/**
 * Reads the manifest that the build wrote, once, at boot.
 * A name the build did not write is a fault of the build, not of a person: it throws.
 */
export function createAssets(manifest: Readonly<Record<string, string>>, base = '/assets/'): Assets {
  return {
    url(name) {
      const hashed = manifest[name];
      if (!hashed) throw new Error(`The build wrote no asset named ${name}`);
      return base + hashed;
    },
  };
}
