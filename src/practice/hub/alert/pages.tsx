import { dayNarrow, timeInWords } from '../../../language/dates-in-words.ts';
import { dayOf } from '../../../language/day.ts';
import type { Problem } from '../../../language/outcome.ts';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Icon } from '../../../platform/html/icons.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { type Alert, causeInWords } from './rules.ts';

/** More than these would push the page away; the rest are one press further. */
const SHOWN_IN_BAND = 3;

type Shown = {
  readonly alerts: readonly Alert[];
  readonly mayAcknowledge: boolean;
  readonly now: Date;
  readonly zone: string;
};

/** The open alerts across the page, each with whom it reached, until somebody acknowledges it. */
export function AlertBand({ alerts, ...shown }: Shown) {
  const more = alerts.length - SHOWN_IN_BAND;
  return (
    <section class="c-alert-band" aria-label="Somebody must look now">
      {alerts.slice(0, SHOWN_IN_BAND).map((alert) => (
        <AlertLine key={alert.id} alert={alert} {...shown} />
      ))}
      {more > 0 && (
        <p class="c-alert">
          <Link href="/alerts">{more === 1 ? 'One more waits' : `${more} more wait`} to be acknowledged</Link>
        </p>
      )}
    </section>
  );
}

function AlertLine({ alert, mayAcknowledge, now, zone }: Omit<Shown, 'alerts'> & { alert: Alert }) {
  return (
    <div class="c-alert c-alert--waiting">
      <p>
        <strong>
          <Icon name="warning" size="small" /> Look now
        </strong>{' '}
        <Link href={`/contacts/${alert.contactId}`}>{alert.reference}</Link> {causeInWords(alert.cause)}.{' '}
        {reached(alert, now, zone)}
      </p>
      {mayAcknowledge && (
        <ActionForm to={`/alerts/${alert.id}/acknowledgement`}>
          <SubmitButton size="compact" kind="secondary">
            I have it<span class="c-hidden"> ({alert.reference})</span>
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}

/** Whom an alert reached, and when; said plainly where it reached nobody. */
export function reached(alert: Alert, now: Date, zone: string): string {
  const at = momentInWords(alert.raisedAt, now, zone);
  if (alert.toName === undefined) return `Nobody was on duty at ${at}, so it has reached nobody yet.`;
  return `${alert.toName}, on duty, was told at ${at} and has not acknowledged it yet.`;
}

function momentInWords(instant: Date, now: Date, zone: string): string {
  const today = dayOf(now, zone);
  const on = dayOf(instant, zone);
  const time = timeInWords(instant, zone);
  return on === today ? time : `${time} on ${dayNarrow(on, today)}`;
}

/** Every open alert, and what came of trying to acknowledge one. */
export function AlertsPage(props: Shown & { readonly problems?: readonly Problem[] }) {
  const { alerts, problems = [], ...shown } = props;
  return (
    <>
      <PageHead title="Somebody must look now" above={<Link href="/hub">Board</Link>} />
      <ErrorSummary problems={problems} title="Nothing was changed" />
      <Panel flush={alerts.length > 0}>
        {alerts.length === 0 ? (
          <EmptyState title="Nothing waits to be acknowledged" />
        ) : (
          alerts.map((alert) => <AlertLine key={alert.id} alert={alert} {...shown} />)
        )}
      </Panel>
    </>
  );
}
