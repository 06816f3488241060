// Single keys, for who works a list all day. They never act while somebody is typing, and the account can turn them off.

const isOn = document.body.dataset.keys !== 'off';
const dialog = document.querySelector('dialog#keys');

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.altKey || event.isComposing) return;
  if (event.ctrlKey || event.metaKey) {
    if (event.key === 'Enter') follow('ctrl+enter', event);
    return;
  }
  if (isTyping(event.target) || dialog?.open) return;
  if (event.key === '?') open(event);
  else if (isOn) act(event);
});

function act(event) {
  if (event.key === 'j') move(event, 1);
  else if (event.key === 'k') move(event, -1);
  else if (event.key === 'Enter' && event.target === currentRow()) enter(event);
  else if (!answerInTurn(event)) follow(event.key.toLowerCase(), event);
}

/** Questions that take the same keys: a key answers the one with the focus, or else the first, and leads on to the next of them. */
function answerInTurn(event) {
  const questions = [...document.querySelectorAll('[data-turn]')];
  const at = Math.max(
    0,
    questions.findIndex((one) => one.contains(document.activeElement)),
  );
  const answer = questions[at]?.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!answer) return false;
  event.preventDefault();
  answer.click();
  const next = questions[at + 1] ?? questions[at];
  (next.querySelector('input:checked') ?? next.querySelector('input, textarea')).focus();
  return true;
}

for (const link of document.querySelectorAll('[data-opens-keys]')) link.addEventListener('click', open);

function isTyping(target) {
  if (target.isContentEditable || target.matches?.('textarea, select')) return true;
  return target.matches?.('input:not([type=radio], [type=checkbox], [type=button], [type=submit])') ?? false;
}

function open(event) {
  if (!dialog) return;
  event.preventDefault();
  dialog.showModal();
}

/** Presses what carries the key: in the current row first, then anywhere on the page. */
function follow(key, event) {
  const selector = `[data-key="${CSS.escape(key)}"]`;
  const target = currentRow()?.querySelector(selector) ?? document.querySelector(selector);
  if (!target || target.disabled) return;
  event.preventDefault();
  if (target.matches('input[type=search], input[type=text], textarea')) {
    target.focus();
    target.select();
    return;
  }
  target.click();
  if (target.matches('input')) target.focus();
}

function rows() {
  return [...document.querySelectorAll('[data-rows] [data-row], [data-rows][data-row]')];
}

function currentRow() {
  return document.querySelector('[data-row][aria-current="true"]');
}

function move(event, step) {
  const all = rows();
  if (all.length === 0) return;
  event.preventDefault();
  const from = all.indexOf(currentRow());
  const to = all[Math.min(all.length - 1, Math.max(0, from + step))];
  currentRow()?.removeAttribute('aria-current');
  to.setAttribute('aria-current', 'true');
  to.tabIndex = -1;
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: 'nearest' });
}

function enter(event) {
  const link = event.target.querySelector('th a, a');
  if (!link) return;
  event.preventDefault();
  link.click();
}
