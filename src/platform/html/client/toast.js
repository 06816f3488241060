// What has just happened stands for ten seconds, longer while the mouse or the keyboard is on it. Undo stays possible
// on the page of what was done: nothing is lost with the toast (WCAG 2.2.1).

const SECONDS = 10;

for (const toast of document.querySelectorAll('[data-toast]')) count(toast);

function count(toast) {
  const seconds = toast.querySelector('[data-toast-seconds]');
  let left = SECONDS;
  const show = () => {
    if (seconds) seconds.textContent = `, ${left} s`;
  };
  show();
  const timer = setInterval(() => {
    if (toast.matches(':hover, :focus-within')) return;
    left -= 1;
    show();
    if (left > 0) return;
    clearInterval(timer);
    toast.remove();
  }, 1000);
}
