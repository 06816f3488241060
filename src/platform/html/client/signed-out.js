// What a session showed goes with it: from every window of this browser at once when it is signed out in one of them, and by itself when
// none of them was used for as long as a session lives without use, line or no line. Words that are not kept yet stay, for their author.

/** As the server counts. */
const IDLE = 30 * 60_000;
const windows = new BroadcastChannel('continuum: session');
let used = Date.now();

const isOver = () => Date.now() - used >= IDLE;
const check = () => {
  if (isOver()) clear('Nothing was opened or kept here for 30 minutes.');
};

function use(at) {
  used = Math.max(used, at);
}

function tell() {
  use(Date.now());
  windows.postMessage({ used });
}

windows.addEventListener('message', ({ data }) => {
  if (data.signedOut) clear('You signed out in another window.');
  else use(data.used);
});
for (const form of document.querySelectorAll('form[action="/sign-out"]'))
  form.addEventListener('submit', () => windows.postMessage({ signedOut: true }));
// What keeps the session: a page that was opened, and words that were kept. What a page renews by itself does not.
tell();
addEventListener('session-used', tell);
addEventListener('signed-out', () => clear('The session has ended.'));
// Timers sleep with the machine, and wake late.
setInterval(check, 15_000);
document.addEventListener('visibilitychange', check);
addEventListener('pageshow', check);

function clear(why) {
  if ([...document.forms].some((form) => form.isWaiting?.())) return;
  const mark = document.querySelector('.c-header__home > *') ?? '';
  const to = location.pathname + location.search;
  const way = made('a', 'govuk-link', 'Sign in again');
  way.href = `/sign-in?to=${encodeURIComponent(to)}`;
  const page = made(
    'div',
    'c-sign-in',
    made('header', 'c-sign-in__head', mark),
    made(
      'main',
      'c-sign-in__panel',
      made('h1', 'c-title', 'You are signed out'),
      made('p', '', `${why} What was on this page has been taken away.`),
      made('p', '', 'What you had typed in a form is kept as a draft.'),
      made('p', '', way),
    ),
  );
  document.title = 'Signed out – Continuum';
  document.body.replaceChildren(page);
}

function made(name, className, ...parts) {
  const element = document.createElement(name);
  element.className = className;
  element.append(...parts);
  return element;
}
