import { useContext } from 'preact/hooks';
import { Toast } from '../../../platform/html/toast.tsx';
import { FormKeys } from '../../../platform/web/action-form.tsx';

/** What was just signed, with the way back for as long as the reply is held. It carries what every form of the staff carries. */
export function UndoToast({ words, action }: { words: string; action: string }) {
  const keys = useContext(FormKeys);
  if (keys === undefined) return <Toast words={words} />;
  return (
    <Toast
      words={words}
      undo={{ action, hidden: { 'form-token': keys.token, 'submission-key': keys.newKey() } }}
    />
  );
}
