/** A key as it looks on the keyboard. `quiet` hides it from screen readers, where the control already says its name. */
export function KeyCap({ cap, quiet = false }: { cap: string; quiet?: boolean }) {
  return (
    <kbd class="c-key" aria-hidden={quiet ? 'true' : undefined}>
      {cap.length === 1 ? cap.toUpperCase() : cap}
    </kbd>
  );
}
