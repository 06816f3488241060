// Keeps what is typed on the server and nowhere else: a second after the last key, and every two seconds while somebody types without
// a pause. Mistakes are kept too. The words shown come from the form, so that they are in the reader's language.

const PAUSE = 1000;
const LONGEST = 2000;
const RETRY = 5000;
/** A line that carries nothing is given up, so that the next try is not kept waiting for it. */
const PATIENCE = 10_000;

const HEADERS = {
  'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
  'x-requested-with': 'continuum',
};

const OWN_KEYS = ['form-token', 'submission-key', 'draft-version'];
const REMEMBERED = 5;

/** One form and how far it is kept: `changes` counts what was typed, `kept` what the server has. */
class Draft {
  changes = 0;
  kept = 0;
  timer = 0;
  /** When the first key was pressed that nothing sent so far carries. */
  since = 0;
  isSending = false;
  isSubmitted = false;
  isSignedOut = false;
  /** What was sent and may have arrived although no answer came: it is ours, and no other window's. */
  unanswered = [];

  constructor(form) {
    this.form = form;
    this.state = form.querySelector('[data-save-state]') ?? document.querySelector('[data-save-state]');
  }

  get isKept() {
    return this.isSubmitted || this.kept === this.changes;
  }

  changed() {
    this.changes += 1;
    this.since ||= Date.now();
    this.later(Math.min(PAUSE, this.since + LONGEST - Date.now()));
  }

  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  // Nothing of this was kept yet: not even the next key puts it off.
  soon() {
    this.since = Date.now() - LONGEST + PAUSE / 4;
    this.later(PAUSE / 4);
  }

  // One at a time, so that an older text never arrives after a newer one.
  async save() {
    if (this.isKept) return;
    if (this.isSending) return this.later(PAUSE / 4);
    this.isSending = true;
    const outcome = await this.send({ signal: AbortSignal.timeout(PATIENCE) });
    this.isSending = false;
    if (this.isSubmitted) return;
    this.show(outcome);
    if (this.isKept) return;
    if (outcome === 'saved') this.later(PAUSE);
    else if (['ours', 'elsewhere', 'renewed'].includes(outcome)) this.soon();
    else this.later(RETRY);
  }

  async send(more) {
    const sent = this.changes;
    this.since = 0;
    this.unanswered = [...this.unanswered, answersOf(this.form)].slice(-REMEMBERED);
    const request = {
      method: 'POST',
      body: bodyOf(this.form),
      headers: HEADERS,
      redirect: 'manual',
      ...more,
    };
    const answer = await fetch(this.form.dataset.draftUrl, request).catch(() => undefined);
    if (!answer) return 'waiting';
    dispatchEvent(new Event('session-used'));
    this.isSignedOut = answer.type === 'opaqueredirect' || answer.status === 401;
    const said = await answer.json().catch(() => ({}));
    if (answer.ok || said.kept) this.kept = Math.max(this.kept, sent);
    return this.heard(answer, said);
  }

  heard(answer, said) {
    if (said.token) return this.renew(said);
    const isOurs = said.theirs && this.unanswered.some((earlier) => isSame(earlier, said.theirs));
    this.takeVersion(said.version);
    if (answer.ok) this.unanswered = [];
    if (this.isSignedOut) return 'signedOut';
    if (answer.ok) return 'saved';
    if (isOurs) return 'ours';
    if (said.theirs) showBoth(this.form, said);
    return said.theirs ? 'elsewhere' : 'refused';
  }

  // The next save begins from what the server has; where that was another text, it stands on the page by now.
  takeVersion(version) {
    const control = this.form.elements.namedItem('draft-version');
    if (control && version !== undefined) control.value = String(version);
  }

  // The same person signed in again in another window: this page goes on with the new session. Nobody else gets these words.
  renew({ author, token }) {
    if (author !== this.form.dataset.draftAuthor) return 'somebodyElse';
    for (const control of document.querySelectorAll('input[name="form-token"]')) control.value = token;
    return 'renewed';
  }

  show(outcome) {
    if (!this.state || outcome === 'ours' || outcome === 'renewed') return;
    const { savedWords = 'Saved', waitingWords, refusedWords } = this.form.dataset;
    const words = {
      saved: `${savedWords} ${timeNow(this.form)}`,
      waiting: waitingWords ?? 'No signal. Keep this page open, and it is sent when there is one.',
      refused: refusedWords ?? 'Not saved. We try again by ourselves.',
      elsewhere:
        'You wrote here in another window too. Both texts stand below; this one is kept when you go on.',
      signedOut:
        'You are signed out. Sign in again in another window: what you typed here stays, and is kept then.',
      somebodyElse:
        'Somebody else is signed in now. What you typed here stays on this page, and is not kept.',
    };
    const isKept = outcome === 'saved' || outcome === 'waiting';
    this.state.className = `c-save c-save--${isKept ? outcome : 'refused'}`;
    this.state.querySelector('[data-save-words]').textContent = words[outcome];
  }

  // Sent without a session the words would be gone: they wait on the page, and go when somebody has signed in again.
  async sendWhenSignedIn(button) {
    this.changes += 1;
    let outcome = await this.send({ signal: AbortSignal.timeout(PATIENCE) });
    if (outcome === 'renewed') outcome = await this.send({ signal: AbortSignal.timeout(PATIENCE) });
    this.show(outcome);
    if (this.isKept && !this.isSignedOut) this.form.requestSubmit(button);
    else this.state?.scrollIntoView({ block: 'center' });
  }
}

for (const form of document.querySelectorAll('form[data-draft-url]')) keep(new Draft(form));

function keep(draft) {
  draft.form.isWaiting = () => !draft.isKept;
  draft.form.addEventListener('input', () => draft.changed());
  draft.form.addEventListener('submit', (event) => {
    if (draft.isSignedOut) {
      event.preventDefault();
      draft.sendWhenSignedIn(event.submitter);
      return;
    }
    draft.isSubmitted = true;
    clearTimeout(draft.timer);
  });
  // A closed tab or a locked phone keeps the last words as well.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && !draft.isKept) draft.send({ keepalive: true });
    else if (draft.isSignedOut) draft.later(0);
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

/** The answers of a form as the server keeps them. */
function answersOf(form) {
  const answers = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || OWN_KEYS.includes(name)) continue;
    answers[name] = name in answers ? [answers[name], value].flat() : value;
  }
  return answers;
}

function isSame(one, other) {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]))
  );
}

// As every other time is written: 14:02:07 for staff, with seconds because two may write at once; for the public as their language has
// it, 2:02pm or 14:02.
function timeNow(form) {
  const [hours, minutes, seconds] = new Date().toTimeString().split(/[: ]/);
  const { savedClock } = form.dataset;
  if (savedClock === 'twelve') return `${hours % 12 || 12}:${minutes}${hours < 12 ? 'am' : 'pm'}`;
  return savedClock === 'twenty-four' ? `${hours}:${minutes}` : `${hours}:${minutes}:${seconds}`;
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
