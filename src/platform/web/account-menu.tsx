import { Link } from '../html/links.tsx';

/** What belongs to the person at the screen: their account, and the way out. */
export function AccountMenu({ token }: { token: string }) {
  return (
    <>
      <Link href="/own-account">Your account</Link>
      <form method="post" action="/sign-out">
        <input type="hidden" name="form-token" value={token} />
        <button class="c-link-button" type="submit">
          Sign out
        </button>
      </form>
    </>
  );
}
