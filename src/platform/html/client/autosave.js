// Keeps what is typed, a second after the last key, on the server and nowhere else. Mistakes are kept too.
// The words shown come from the form, so that they are in the reader's language.

const PAUSE = 1000;
const RETRY = 5000;

const HEADERS = {
  'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
  'x-requested-with': 'continuum',
};

/** One form and how far it is kept: `changes` counts what was typed, `kept` what the server has. */
class Draft {
  changes = 0;
  kept = 0;
  timer = 0;
  isSending = false;
  isSubmitted = false;

  constructor(form) {
    this.form = form;
    this.state = form.querySelector('[data-save-state]') ?? document.querySelector('[data-save-state]');
  }

  get isKept() {
    return this.isSubmitted || this.kept === this.changes;
  }

  changed() {
    this.changes += 1;
    this.later(PAUSE);
  }

  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  // One at a time, so that an older text never arrives after a newer one.
  async save() {
    if (this.isKept) return;
    if (this.isSending) return this.later(PAUSE);
    this.isSending = true;
    const outcome = await this.send({});
    this.isSending = false;
    if (this.isSubmitted) return;
    this.show(outcome);
    if (!this.isKept) this.later(outcome === 'saved' ? PAUSE : RETRY);
  }

  async send(more) {
    const sent = this.changes;
    const request = {
      method: 'POST',
      body: bodyOf(this.form),
      headers: HEADERS,
      redirect: 'manual',
      ...more,
    };
    const answer = await fetch(this.form.dataset.draftUrl, request).catch(() => undefined);
    if (!answer) return 'waiting';
    if (answer.type === 'opaqueredirect') return 'signedOut';
    const said = await answer.json().catch(() => ({}));
    this.takeVersion(said.version);
    if (answer.ok) this.kept = Math.max(this.kept, sent);
    if (said.theirs) showBoth(this.form, said);
    if (answer.ok) return 'saved';
    return said.theirs ? 'elsewhere' : 'refused';
  }

  // The next save begins from what the server has; where that was another text, it stands on the page by now.
  takeVersion(version) {
    const control = this.form.elements.namedItem('draft-version');
    if (control && version !== undefined) control.value = String(version);
  }

  show(outcome) {
    if (!this.state) return;
    const { savedWords = 'Saved', waitingWords, refusedWords } = this.form.dataset;
    const words = {
      saved: `${savedWords} ${timeNow(this.form)}`,
      waiting: waitingWords ?? 'No signal. Keep this page open, and it is sent when there is one.',
      refused: refusedWords ?? 'Not saved. We try again by ourselves.',
      elsewhere:
        'You wrote here in another window too. Both texts stand below; this one is kept when you go on.',
      signedOut:
        'You are signed out. Sign in again in another window: what you typed here stays, and is kept then.',
    };
    const isKept = outcome === 'saved' || outcome === 'waiting';
    this.state.className = `c-save c-save--${isKept ? outcome : 'refused'}`;
    this.state.querySelector('[data-save-words]').textContent = words[outcome];
  }
}

for (const form of document.querySelectorAll('form[data-draft-url]')) keep(new Draft(form));

function keep(draft) {
  draft.form.addEventListener('input', () => draft.changed());
  draft.form.addEventListener('submit', () => {
    draft.isSubmitted = true;
    clearTimeout(draft.timer);
  });
  // A closed tab or a locked phone keeps the last words as well.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && !draft.isKept) draft.send({ keepalive: true });
  });
  // The form may be shown again by the back button.
  addEventListener('pageshow', () => {
    draft.isSubmitted = false;
  });
}

function bodyOf(form) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  return body.toString();
}

// Staff see seconds, because two people may write at once; a family does not need them.
function timeNow(form) {
  const seconds = form.dataset.savedSeconds === 'no' ? {} : { second: '2-digit' };
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', ...seconds }).format(
    new Date(),
  );
}

// A later text of the same author, from another window, is put under the answer it differs from: nothing is overwritten unseen.
function showBoth(form, { theirs, saved }) {
  for (const shown of form.querySelectorAll('[data-other-text]')) shown.remove();
  for (const control of form.querySelectorAll('textarea, input[type=text]'))
    showOther(control, theirs, saved);
}

function showOther(control, theirs, saved) {
  const other = theirs[control.name];
  if (typeof other !== 'string' || other === '' || other === control.value) return;
  const box = document.createElement('div');
  box.className = 'c-block c-block--amber';
  box.dataset.otherText = '';
  const words = document.createElement('p');
  words.textContent = `From your other window, ${saved}: ${other}`;
  const take = document.createElement('button');
  take.type = 'button';
  take.className = 'govuk-button govuk-button--secondary c-button--compact';
  take.textContent = 'Use this text';
  take.addEventListener('click', () => {
    control.value = other;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    box.remove();
  });
  box.append(words, take);
  control.after(box);
}
