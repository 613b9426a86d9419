import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { actOnQuestion, wordQuestion, type Question } from './questions.js';

export interface QuestionDialogProps {
  question: Question;
  /** It is answered, one way or the other. */
  onOver(isDone: boolean): void;
}

/** Asks before something is done that can't be undone. */
export function QuestionDialog({ question, onOver }: QuestionDialogProps) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { title, text, confirm } = wordQuestion(question);
  const action = useMutation({
    mutationFn: () => actOnQuestion(question),
    onSuccess: () => dialog.current?.close('done'),
  });

  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      onClose={(event) => onOver(event.currentTarget.returnValue === 'done')}
    >
      <h2 className="dialog__title" id={titleId}>
        {title}
      </h2>
      <p className="dialog__text">{text}</p>
      {action.isError && (
        <p className="dialog__error" role="alert">
          That did not work. Please try again.
        </p>
      )}
      <div className="dialog__buttons">
        <button type="button" className="button button--quiet" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
        <button type="button" className="button" disabled={action.isPending} onClick={() => action.mutate()}>
          {confirm}
        </button>
      </div>
    </dialog>
  );
}
