import { Toast } from '../../../platform/html/toast.tsx';
import { within } from '../../../platform/html/within.ts';
import { FormKeys } from '../../../platform/web/action-form.tsx';

/** What was just signed, with the way back for as long as the reply is held. It carries what every form of the staff carries. */
export const UndoToast = within(FormKeys, ({ words, action }: { words: string; action: string }, keys) => {
  if (keys === undefined) return <Toast words={words} />;
  return (
    <Toast
      words={words}
      undo={{ action, hidden: { 'form-token': keys.token, 'submission-key': keys.newKey() } }}
    />
  );
});
