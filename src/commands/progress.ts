import type { Say } from './call.ts';

const WIDTH = 40;
const QUARTER = 25;

/** Shows how far a piece of work is: a bar that fills on a terminal, a line at each quarter anywhere else. */
export function progressBar(
  title: string,
  say: Say,
  terminal: NodeJS.WriteStream,
): (done: number, of: number) => void {
  const show = (percent: number, before: number) => {
    if (terminal.isTTY) terminal.write(`\r${line(title, percent)}${percent === 100 ? '\n' : ''}`);
    else if (Math.floor(percent / QUARTER) > Math.floor(before / QUARTER)) say(`${title} ${percent} %`);
  };
  let shown = -1;
  return (done, of) => {
    const percent = of === 0 ? 100 : Math.floor((100 * done) / of);
    if (percent !== shown) show(percent, shown);
    shown = percent;
  };
}

function line(title: string, percent: number): string {
  const filled = Math.round((WIDTH * percent) / 100);
  return `${title} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${String(percent).padStart(3)} %`;
}
