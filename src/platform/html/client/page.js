// Small things every page is better with. Each works without: this only adds.

document.documentElement.dataset.script = 'on';

for (const button of document.querySelectorAll('button[data-action]')) button.hidden = false;

// What is wrong is read out first, and the keyboard starts there.
document.querySelector('[data-focus-first]')?.focus();

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-action="show-password"]');
  if (!button) return;
  const input = button.parentElement.querySelector('input');
  input.type = input.type === 'password' ? 'text' : 'password';
  button.setAttribute('aria-pressed', String(input.type === 'text'));
});

document.addEventListener('click', (event) => {
  if (event.target.closest?.('[data-action="print"]')) print();
});

// A second press sends nothing: the server would answer it the same, but the reader need not wonder.
document.addEventListener('submit', (event) => {
  const button = event.submitter;
  if (event.defaultPrevented || !button?.dataset.busyWords) return;
  if (button.getAttribute('aria-disabled') === 'true') {
    event.preventDefault();
    return;
  }
  button.setAttribute('aria-disabled', 'true');
  button.dataset.words = button.textContent;
  button.textContent = button.dataset.busyWords;
});

// A page shown again by the back button must not stay busy.
addEventListener('pageshow', () => {
  for (const button of document.querySelectorAll('button[aria-disabled="true"][data-words]')) {
    button.removeAttribute('aria-disabled');
    button.textContent = button.dataset.words;
  }
});

// What others do meanwhile shows by itself; without script it does when the page is opened again.
// It says that nobody asked for it: a page that is left alone keeps no session.
const LIVE = 15_000;
const live = document.querySelector('[data-live]');
if (live) setInterval(() => renew(live), LIVE);

function renew(shown) {
  if (document.hidden || shown.contains(document.activeElement)) return;
  // A browser that holds pages to trusted types reads no text as HTML, but gives an answer as the document that it is; its scripts never run.
  const asked = new XMLHttpRequest();
  asked.open('GET', shown.dataset.live);
  asked.responseType = 'document';
  asked.setRequestHeader('x-asked-by', 'itself');
  asked.addEventListener('load', () => {
    if (new URL(asked.responseURL).pathname !== shown.dataset.live) dispatchEvent(new Event('signed-out'));
    else if (asked.status === 200) take(shown, asked.response?.querySelector('[data-live]'));
  });
  asked.send();
}

function take(shown, fresh) {
  if (fresh) shown.replaceChildren(...fresh.children);
}
